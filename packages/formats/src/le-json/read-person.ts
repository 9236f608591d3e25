import type { Address, Email, IpCapture, Party, Person, Phone } from '@opentipline/contract'
import { statementKeys } from './person-keys.ts'
import { looksLikeIp, readCaptures } from './read-captures.ts'
import {
  isAbsent,
  stated,
  takeFlag,
  takeInteger,
  takeItems,
  takeObject,
  takeText,
  takeTexts,
  takeValue,
} from './take.ts'
import type { Tree, TreeObject } from './tree.ts'

/** Years. Beyond this the number is a mistake, and stays a statement in its own words. */
const ageMax = 150
const addressKeys = ['street1', 'street2', 'city', 'state', 'postalCode', 'country']
const usNames = new Set(['US', 'USA', 'UNITED STATES', 'UNITED STATES OF AMERICA'])

type Contact = { value: string; verified: boolean | undefined }

/** A contact without a value says nothing; a flag that stands alone stays unread. */
const readContact = (item: Tree): Contact | undefined => {
  const flag = item.type === 'object' ? item.members.get('verified') : undefined
  const value = takeValue(item)
  if (value !== undefined) return { value, verified: takeFlag(flag) }
  isAbsent(flag)
  return undefined
}

const readContacts = (tree: Tree | undefined, wrapper: string): Contact[] =>
  takeItems(tree, wrapper)
    .map(readContact)
    .filter((contact) => contact !== undefined)

const readEmails = (tree: Tree | undefined): Email[] =>
  readContacts(tree, 'emails').map(({ value, verified }) => stated({ address: value, verified }))

const readPhones = (tree: Tree | undefined): Phone[] =>
  readContacts(tree, 'phones').map(({ value, verified }) => stated({ number: value, verified }))

const readAddress = (item: Tree): Address | undefined => {
  const object = takeObject(item)
  if (object === undefined) return undefined
  const lines = ['street1', 'street2'].map((key) => takeText(object.members.get(key)))
  const street = lines.filter((line) => line !== undefined).join('\n')
  const region = takeText(object.members.get('state'))
  const country = takeText(object.members.get('country'))
  const inUs = country === undefined || usNames.has(country.trim().toUpperCase())
  const address: Address = stated({
    street: street === '' ? undefined : street,
    city: takeText(object.members.get('city')),
    postalCode: takeText(object.members.get('postalCode')),
    state: inUs ? region : undefined,
    otherRegion: inUs ? undefined : region,
    country,
  })
  return Object.keys(address).length === 0 ? undefined : address
}

const readAddresses = (tree: Tree | undefined): Address[] =>
  takeItems(tree, 'addresses', addressKeys)
    .map(readAddress)
    .filter((address) => address !== undefined)

const readName = (object: TreeObject): Person | undefined => {
  const person: Person = stated({
    firstName: takeText(object.members.get('firstName')),
    middleName: takeText(object.members.get('middleName')),
    lastName: takeText(object.members.get('lastName')),
    preferredName: takeText(object.members.get('preferredName')),
    phones: readPhones(object.members.get('phones')),
    emails: readEmails(object.members.get('emails')),
    addresses: readAddresses(object.members.get('addresses')),
    age: takeInteger(object.members.get('approximateAge'), ageMax),
    dateOfBirth: takeText(object.members.get('dateOfBirth')),
  })
  const lists = person.phones.length + person.emails.length + person.addresses.length
  return lists === 0 && Object.keys(person).length === 3 ? undefined : person
}

/** Three shapes: a list, one text, or absent. */
const readStatement = (tree: Tree | undefined, key: string): string | string[] | undefined => {
  if (tree?.type !== 'array' && tree?.type !== 'object') return takeText(tree)
  const texts = takeTexts(tree, key)
  return texts.length === 0 ? undefined : texts
}

const readStatements = (object: TreeObject): Party['statements'] => {
  const statements: Party['statements'] = {}
  for (const key of statementKeys) {
    const value = readStatement(object.members.get(key), key)
    if (value !== undefined) statements[key] = value
  }
  // An age that is not one number ("30-40") and an address that is not one address are kept in their own words.
  for (const key of ['approximateAge', 'ipAddress']) {
    const tree = object.members.get(key)
    const value = tree === undefined || tree.read ? undefined : readStatement(tree, key)
    if (value !== undefined) statements[key] = value
  }
  return statements
}

/** The person's bare `ipAddress`, which other readers overlook: an address without an event or a time. */
const readBareIp = (object: TreeObject): IpCapture[] => {
  const tree = object.members.get('ipAddress')
  if (tree?.type !== 'string' || !looksLikeIp(tree.value)) return []
  tree.read = true
  return [{ ipAddress: tree.value }]
}

const readParty = (object: TreeObject, role: Party['role']): Party => {
  const captures = readCaptures(object.members.get('sourceInformation'), 'Profile URL')
  return stated({
    role,
    person: readName(object),
    vehicleDescription: takeText(object.members.get('vehicleDescription')),
    associatedAccounts: [],
    espIdentifier: takeText(object.members.get('espUserId')),
    espService: takeText(object.members.get('espService')),
    screenName: takeValue(object.members.get('screenName')),
    displayNames: [],
    profileUrls: captures.urls,
    ipCaptures: [...readBareIp(object), ...captures.ipCaptures],
    devices: [],
    priorReports: [],
    additionalInfo: takeTexts(object.members.get('additionalInformations')),
    statements: readStatements(object),
  })
}

const statesNothing = (party: Party): boolean =>
  Object.entries(party).every(
    ([key, value]) => key === 'role' || (typeof value === 'object' && Object.keys(value).length === 0),
  )

/** One person of the document, in the role of the list it stands in; undefined where nothing at all is stated. */
export const readPerson = (item: Tree, role: Party['role']): Party | undefined => {
  const object = takeObject(item)
  if (object === undefined) return undefined
  const party = readParty(object, role)
  return statesNothing(party) ? undefined : party
}
