import type { AccountDisabled, AssociatedAccount, DeviceId, IpCapture } from '@opentipline/contract'
import { childNamed, childrenNamed, type WireNode } from '../xml/tree.ts'
import {
  attributeOf,
  booleanIn,
  booleanOf,
  momentOf,
  numberOf,
  stated,
  textOf,
  textsOf,
  trimmedOf,
} from './read.ts'
import { readPerson } from './read-person.ts'

export const readIpCapture = (node: WireNode): IpCapture =>
  stated({
    ipAddress: textOf(node, 'ipAddress') ?? '',
    eventName: textOf(node, 'eventName'),
    at: trimmedOf(node, 'dateTime'),
    possibleProxy: booleanOf(node, 'possibleProxy'),
    port: numberOf(node, 'port'),
  })

export const readDevice = (node: WireNode): DeviceId =>
  stated({
    idType: textOf(node, 'idType') ?? '',
    idValue: textOf(node, 'idValue') ?? '',
    eventName: textOf(node, 'eventName'),
    at: trimmedOf(node, 'dateTime'),
  })

const readDisabled = (node: WireNode): AccountDisabled =>
  stated({
    disabledAt: momentOf(node, 'disabledDate'),
    userNotified: booleanIn(attributeOf(node, 'userNotified')),
    userNotifiedAt: momentOf(node, 'userNotifiedDate'),
    reenabledAt: momentOf(node, 'reenabledDate'),
    value: node.text.trim(),
  })
const disabledOf = (node: WireNode, name: string): AccountDisabled | undefined => {
  const child = childNamed(node, name)
  return child && readDisabled(child)
}

/** What an account states wherever it stands: at a party, or as an account associated with one. */
export const readAccountFields = (node: WireNode) => ({
  espIdentifier: textOf(node, 'espIdentifier'),
  espService: textOf(node, 'espService'),
  compromisedAccount: booleanOf(node, 'compromisedAccount'),
  screenName: textOf(node, 'screenName'),
  displayNames: textsOf(node, 'displayName'),
  profileUrls: textsOf(node, 'profileUrl'),
  profileBio: textOf(node, 'profileBio'),
  ipCaptures: childrenNamed(node, 'ipCaptureEvent').map(readIpCapture),
  devices: childrenNamed(node, 'deviceId').map(readDevice),
  priorReports: [...textsOf(node, 'priorCTReports'), ...textsOf(node, 'priorCTReport')].map((id) =>
    id.trim(),
  ),
  groupIdentifier: textOf(node, 'groupIdentifier'),
  temporarilyDisabled: disabledOf(node, 'accountTemporarilyDisabled'),
  permanentlyDisabled: disabledOf(node, 'accountPermanentlyDisabled'),
  allEmailsReported: booleanOf(node, 'allEmailsReported'),
  additionalInfo: textsOf(node, 'additionalInfo'),
})

const personParts = new Set([
  'firstName',
  'middleName',
  'lastName',
  'approximateAge',
  'ageAssertionDiscrepancy',
  'dateOfBirth',
  'phone',
  'email',
  'address',
])

export const readAssociatedAccount = (node: WireNode): AssociatedAccount =>
  stated({
    type: attributeOf(node, 'type') ?? '',
    platform: textOf(node, 'platform'),
    thirdPartyUser: booleanIn(attributeOf(childNamed(node, 'platform'), 'thirdPartyUser')),
    person: node.children.some((child) => personParts.has(child.name)) ? readPerson(node) : undefined,
    ...readAccountFields(node),
  })
