import type { Address, Email, EstimatedLocation, Person, Phone } from '@opentipline/contract'
import { branch, leaf } from '../xml/write.ts'

export const printEmail = (name: string, email: Email): string =>
  leaf(name, email.address, {
    type: email.type,
    verified: email.verified,
    verificationDate: email.verifiedAt,
  })

export const printPhone = (name: string, phone: Phone): string =>
  leaf(name, phone.number, {
    type: phone.type,
    verified: phone.verified,
    verificationDate: phone.verifiedAt,
    countryCallingCode: phone.countryCallingCode,
    extension: phone.extension,
  })

export const printAddress = (name: string, address: Address): string =>
  branch(
    name,
    [
      leaf('address', address.street),
      leaf('city', address.city),
      leaf('zipCode', address.postalCode),
      leaf('state', address.state),
      leaf('nonUsaState', address.otherRegion),
      leaf('country', address.country),
    ],
    { type: address.type },
  )

const nameAndContact = (person: Person): string[] => [
  leaf('firstName', person.firstName),
  leaf('lastName', person.lastName),
  ...person.phones.map((phone) => printPhone('phone', phone)),
  ...person.emails.map((email) => printEmail('email', email)),
  ...person.addresses.map((address) => printAddress('address', address)),
]

export const noPerson: Person = { phones: [], emails: [], addresses: [] }

export const printPerson = (name: string, person: Person): string =>
  branch(name, [
    ...nameAndContact(person),
    leaf('age', person.age),
    leaf('ageAssertionDiscrepancy', person.ageAssertionDiscrepancy),
    leaf('dateOfBirth', person.dateOfBirth),
  ])

/** A contact person has no age and no date of birth in the schema. */
export const printContact = (name: string, person: Person): string => branch(name, nameAndContact(person))

export const printLocation = (location: EstimatedLocation): string =>
  branch(
    'estimatedLocation',
    [leaf('city', location.city), leaf('region', location.region), leaf('countryCode', location.countryCode)],
    { verified: location.verified, timestamp: location.at },
  )
