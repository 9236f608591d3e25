import type { Address, Party } from '@opentipline/contract'
import { statementKeys } from './person-keys.ts'
import { ipCapture, orNull, sourceInformation, urlCapture, valuesNeverEmpty, wrapped } from './print-parts.ts'
import type { Plain } from './tree.ts'

const streets = (street: string | undefined): { street1: string | null; street2: string | null } => {
  const [street1, ...rest] = (street ?? '').split('\n')
  return {
    street1: street === undefined ? null : (street1 ?? null),
    street2: rest.length === 0 ? null : rest.join('\n'),
  }
}

const addressOf = (address: Address): Plain => ({
  ...streets(address.street),
  city: orNull(address.city),
  state: orNull(address.state ?? address.otherRegion),
  postalCode: orNull(address.postalCode),
  country: orNull(address.country),
})

const contact = (value: string, verified: boolean | undefined): Plain => ({
  value,
  verified: verified ?? null,
})

const names = ({
  person,
  espIdentifier,
  espService,
  vehicleDescription,
}: Party): { [key: string]: Plain } => ({
  firstName: orNull(person?.firstName),
  middleName: orNull(person?.middleName),
  lastName: orNull(person?.lastName),
  preferredName: orNull(person?.preferredName),
  dateOfBirth: orNull(person?.dateOfBirth),
  espUserId: orNull(espIdentifier),
  espService: orNull(espService),
  vehicleDescription: orNull(vehicleDescription),
})

/** Addresses of a person stand in the captures, where every reader looks, and not in the bare `ipAddress`. */
const captures = (party: Party): Plain[] => [
  ...party.ipCaptures.map((capture) => ipCapture(capture)),
  ...party.profileUrls.map((url) => urlCapture('Profile URL', url)),
]

/** A person as the readers index it: every key present, null where nothing is stated. */
export const printPerson = (party: Party): Plain => {
  const statement = (key: string): Plain => party.statements[key] ?? null
  return {
    ...names(party),
    approximateAge: party.person?.age ?? statement('approximateAge'),
    screenName: party.screenName === undefined ? null : { value: party.screenName },
    emails: wrapped(
      'emails',
      (party.person?.emails ?? []).map((email) => contact(email.address, email.verified)),
    ),
    phones: wrapped(
      'phones',
      (party.person?.phones ?? []).map((phone) => contact(phone.number, phone.verified)),
    ),
    addresses: wrapped('addresses', (party.person?.addresses ?? []).map(addressOf)),
    ipAddress: statement('ipAddress'),
    ...Object.fromEntries(statementKeys.map((key) => [key, statement(key)])),
    sourceInformation: sourceInformation(captures(party)),
    // For one provider a known reader takes the first item unseen, and stops on null.
    additionalInformations: valuesNeverEmpty(party.additionalInfo),
  }
}
