import type { Address, AssociatedAccount, Email, Party, Person, Phone } from '@opentipline/contract'
import type { ReactNode } from 'react'
import type { Messages } from '../../messages/en.ts'
import type { Fact } from '../../ui/Facts.tsx'
import { fieldLabel, flagWords } from '../../ui/fieldLabel.ts'

/** What a person or account was stated to have, as names and values with their place in the report. */
const texts = (values: readonly string[] | undefined): ReactNode =>
  values && values.length > 0 ? values.join('\n') : undefined

type Verified = Pick<Email, 'verified' | 'verifiedAt'>
const verifiedWords = ({ verified, verifiedAt }: Verified, t: Messages): string => {
  const words = [
    verified === undefined ? undefined : verified ? t.tip.verified : t.tip.notVerified,
    verifiedAt,
  ].filter(Boolean)
  return words.length > 0 ? ` (${words.join(', ')})` : ''
}

export const emailText = (email: Email, t: Messages): string =>
  `${email.address}${email.type ? ` · ${email.type}` : ''}${verifiedWords(email, t)}`

export const phoneText = (phone: Phone, t: Messages): string =>
  `${phone.countryCallingCode ? `+${phone.countryCallingCode.replace(/^\+/, '')} ` : ''}${phone.number}${
    phone.extension ? ` ext. ${phone.extension}` : ''
  }${phone.type ? ` · ${phone.type}` : ''}${verifiedWords(phone, t)}`

export const addressText = (address: Address): string =>
  [address.street, address.city, address.state, address.otherRegion, address.postalCode, address.country]
    .filter(Boolean)
    .join(', ') + (address.type ? ` · ${address.type}` : '')

export const nameOf = (person: Person | undefined): string | undefined =>
  [person?.firstName, person?.middleName, person?.lastName].filter(Boolean).join(' ') || undefined

const listed = (name: string, values: readonly string[], at: string, t: Messages): Fact[] =>
  values.map((value, index) => ({ name: fieldLabel(name, t), value, at: `${at}/${name}/${index}` }))

export const personFacts = (person: Person | undefined, at: string, t: Messages): Fact[] =>
  person === undefined
    ? []
    : [
        { name: fieldLabel('name', t), value: nameOf(person), at },
        { name: fieldLabel('preferredName', t), value: person.preferredName, at: `${at}/preferredName` },
        { name: fieldLabel('age', t), value: person.age, at: `${at}/age` },
        { name: fieldLabel('dateOfBirth', t), value: person.dateOfBirth, at: `${at}/dateOfBirth` },
        {
          name: fieldLabel('ageAssertionDiscrepancy', t),
          value:
            person.ageAssertionDiscrepancy === undefined
              ? undefined
              : flagWords(person.ageAssertionDiscrepancy, t),
          at: `${at}/ageAssertionDiscrepancy`,
        },
        ...listed('addresses', person.addresses.map(addressText), at, t),
        ...listed(
          'phones',
          person.phones.map((phone) => phoneText(phone, t)),
          at,
          t,
        ),
        ...listed(
          'emails',
          person.emails.map((email) => emailText(email, t)),
          at,
          t,
        ),
      ]

const disabledText = (value: AssociatedAccount['permanentlyDisabled'], t: Messages): ReactNode =>
  value === undefined
    ? undefined
    : [
        value.disabledAt,
        value.value,
        value.reenabledAt ? t.tip.reenabled(value.reenabledAt) : undefined,
        t.tip.userNotified(flagWords(value.userNotified, t)),
        value.userNotifiedAt,
      ]
        .filter(Boolean)
        .join(' · ')

type Account = Omit<AssociatedAccount, 'type' | 'platform' | 'thirdPartyUser' | 'person'>
const flag = (value: boolean | undefined, t: Messages): string | undefined =>
  value === undefined ? undefined : flagWords(value, t)

export const accountFacts = (account: Account, at: string, t: Messages): Fact[] => {
  const fact = (name: string, value: ReactNode): Fact => ({
    name: fieldLabel(name, t),
    value,
    at: `${at}/${name}`,
  })
  return [
    fact('screenName', account.screenName),
    fact('espIdentifier', account.espIdentifier),
    fact('espService', account.espService),
    fact('displayNames', texts(account.displayNames)),
    ...listed('profileUrls', account.profileUrls, at, t),
    fact('profileBio', account.profileBio),
    fact('groupIdentifier', account.groupIdentifier),
    fact('priorReports', texts(account.priorReports)),
    fact('compromisedAccount', flag(account.compromisedAccount, t)),
    fact('temporarilyDisabled', disabledText(account.temporarilyDisabled, t)),
    fact('permanentlyDisabled', disabledText(account.permanentlyDisabled, t)),
    fact('allEmailsReported', flag(account.allEmailsReported, t)),
    ...listed('additionalInfo', account.additionalInfo, at, t),
  ]
}

export const partyFacts = (party: Party, at: string, t: Messages): Fact[] => {
  const place = party.estimatedLocation
  return [
    ...personFacts(party.person, `${at}/person`, t),
    ...accountFacts(party, at, t),
    { name: fieldLabel('schoolName', t), value: party.schoolName, at: `${at}/schoolName` },
    {
      name: fieldLabel('vehicleDescription', t),
      value: party.vehicleDescription,
      at: `${at}/vehicleDescription`,
    },
    {
      name: fieldLabel('estimatedLocation', t),
      value: place
        ? [place.city, place.region, place.countryCode, place.at].filter(Boolean).join(', ')
        : undefined,
      at: `${at}/estimatedLocation`,
    },
    { name: fieldLabel('thirdPartyUserReported', t), value: flag(party.thirdPartyUserReported, t) },
    ...Object.entries(party.statements).map(([key, value]) => ({
      name: fieldLabel(key, t),
      value: typeof value === 'string' ? value : value.join('\n'),
      at: `${at}/statements/${key}`,
    })),
  ]
}
