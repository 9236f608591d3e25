import { ageXorDateOfBirth, usRegionIgnoresCase } from '../choices.ts'
import { booleanIn } from '../model/read.ts'
import { usRegions } from '../schema/places.ts'
import { childNamed, type WireNode } from '../xml/tree.ts'
import { readMoment } from './moments.ts'
import { isBlank } from './values.ts'
import type { Judging } from './verdict.ts'

type PartRule = (judging: Judging, node: WireNode) => void

const filled = (node: WireNode, name: string): string | undefined => {
  const text = childNamed(node, name)?.text
  return text === undefined || isBlank(text) ? undefined : text
}

const verifiedWithDate: PartRule = (judging, node) => {
  if (node.attributes.verificationDate === undefined || booleanIn(node.attributes.verified) === true) return
  judging.broken(
    node,
    'verified-with-date',
    'verified must be true where a verificationDate is given',
    'verified',
  )
}

const withoutCallingCode: PartRule = (judging, node) => {
  const code = node.attributes.countryCallingCode
  if (code === undefined || !node.text.trim().startsWith(code)) return
  judging.broken(
    node,
    'phone-without-calling-code',
    `The number must not start with its calling code ${code}`,
  )
}

const location: PartRule = (judging, node) => {
  const country = filled(node, 'countryCode')
  if (country === undefined) {
    judging.broken(node, 'country-not-blank', 'An estimated location needs a countryCode that is not blank')
    return
  }
  if (country !== 'US') return
  const region = filled(node, 'region')
  if (region === undefined) {
    if (filled(node, 'city') !== undefined)
      judging.broken(node, 'us-region', 'A city in the US needs its state or territory as region')
    return
  }
  if (!usRegions.has(usRegionIgnoresCase ? region.toUpperCase() : region))
    judging.broken(
      childNamed(node, 'region') ?? node,
      'us-region',
      'The region must be the abbreviation of a US state or territory',
    )
}

const instant = (node: WireNode, attribute: string): number | undefined => {
  const text = node.attributes[attribute]
  return text === undefined ? undefined : readMoment(text)?.epochMs
}

const disabled: PartRule = (judging, node) => {
  const from = instant(node, 'disabledDate')
  const notified = instant(node, 'userNotifiedDate')
  const reenabled = instant(node, 'reenabledDate')
  if (from !== undefined && notified !== undefined && notified < from)
    judging.broken(
      node,
      'notified-after-disabled',
      'userNotifiedDate must not be before disabledDate',
      'userNotifiedDate',
    )
  if (from !== undefined && reenabled !== undefined && reenabled <= from)
    judging.broken(
      node,
      'reenabled-after-disabled',
      'reenabledDate must be after disabledDate',
      'reenabledDate',
    )
}

const ageOrDateOfBirth: PartRule = (judging, node) => {
  if (!childNamed(node, 'approximateAge') || !childNamed(node, 'dateOfBirth')) return
  const says = 'approximateAge and dateOfBirth exclude each other'
  judging.weakened(ageXorDateOfBirth, node, 'age-or-dob', says)
}

/** Rules on the parts of one element, by the name of its type. */
export const partRules: Readonly<Record<string, readonly PartRule[]>> = {
  phone: [verifiedWithDate, withoutCallingCode],
  email: [verifiedWithDate],
  estimatedLocation: [location],
  accountTemporarilyDisabled: [disabled],
  accountPermanentlyDisabled: [disabled],
  associatedAccount: [ageOrDateOfBirth],
}
