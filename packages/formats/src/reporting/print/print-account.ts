import type { AccountDisabled, AssociatedAccount, DeviceId, IpCapture, Party } from '@opentipline/contract'
import { branch, leaf, leaves } from '../xml/write.ts'
import { noPerson, printAddress, printEmail, printLocation, printPerson, printPhone } from './print-person.ts'

export const printIpCapture = (capture: IpCapture): string =>
  branch('ipCaptureEvent', [
    leaf('ipAddress', capture.ipAddress),
    leaf('eventName', capture.eventName),
    leaf('dateTime', capture.at),
    leaf('possibleProxy', capture.possibleProxy),
    leaf('port', capture.port),
  ])

export const printDevice = (device: DeviceId): string =>
  branch('deviceId', [
    leaf('idType', device.idType),
    leaf('idValue', device.idValue),
    leaf('eventName', device.eventName),
    leaf('dateTime', device.at),
  ])

const printDisabled = (name: string, disabled: AccountDisabled | undefined): string =>
  disabled === undefined
    ? ''
    : leaf(name, disabled.value ?? 'true', {
        disabledDate: disabled.disabledAt,
        userNotified: disabled.userNotified,
        userNotifiedDate: disabled.userNotifiedAt,
        reenabledDate: disabled.reenabledAt,
      })

type Account = Party | AssociatedAccount
const disabling = (account: Account): string[] => [
  printDisabled('accountTemporarilyDisabled', account.temporarilyDisabled),
  printDisabled('accountPermanentlyDisabled', account.permanentlyDisabled),
]
const events = (account: Account): string[] => [
  ...account.ipCaptures.map(printIpCapture),
  ...account.devices.map(printDevice),
]

const printAssociatedAccount = (account: AssociatedAccount): string => {
  const person = account.person ?? noPerson
  const children = [
    leaf('platform', account.platform, { thirdPartyUser: account.thirdPartyUser }),
    leaf('firstName', person.firstName),
    leaf('middleName', person.middleName),
    leaf('lastName', person.lastName),
    leaf('approximateAge', person.age),
    leaf('ageAssertionDiscrepancy', person.ageAssertionDiscrepancy),
    leaf('dateOfBirth', person.dateOfBirth),
    ...person.phones.map((phone) => printPhone('phone', phone)),
    ...person.emails.map((email) => printEmail('email', email)),
    leaf('allEmailsReported', account.allEmailsReported),
    ...person.addresses.map((address) => printAddress('address', address)),
    leaf('espService', account.espService),
    leaf('espIdentifier', account.espIdentifier),
    leaves('profileUrl', account.profileUrls),
    leaf('screenName', account.screenName),
    leaves('displayName', account.displayNames),
    leaf('profileBio', account.profileBio),
    leaf('groupIdentifier', account.groupIdentifier),
    leaf('compromisedAccount', account.compromisedAccount),
    ...disabling(account),
    ...events(account),
    leaves('priorCTReport', account.priorReports),
    leaves('additionalInfo', account.additionalInfo),
  ]
  return branch('associatedAccount', children, { type: account.type })
}

const commonAccount = (party: Party): string[] => [
  leaf('espIdentifier', party.espIdentifier),
  leaf('espService', party.espService),
  leaf('compromisedAccount', party.compromisedAccount),
  leaf('screenName', party.screenName),
  leaves('displayName', party.displayNames),
  leaves('profileUrl', party.profileUrls),
  leaf('profileBio', party.profileBio),
  ...events(party),
]

const personElement = {
  reported: 'personOrUserReportedPerson',
  recipient: 'intendedRecipientPerson',
  child: 'victimPerson',
} as const
const partyElement = {
  reported: 'personOrUserReported',
  recipient: 'intendedRecipient',
  child: 'victim',
} as const

const printPartyPerson = (party: Party): string => {
  // The schema asks for the person element of a child even where nothing is known of them.
  const person = party.person ?? (party.role === 'child' ? noPerson : undefined)
  return person ? printPerson(personElement[party.role], person) : ''
}

/** A party under the element of its role. Fields that the role's element has no place for print as well: the schema then refuses them, and none is lost unseen. */
export const printParty = (party: Party): string =>
  branch(partyElement[party.role], [
    printPartyPerson(party),
    leaf('vehicleDescription', party.vehicleDescription),
    ...commonAccount(party),
    leaf('thirdPartyUserReported', party.thirdPartyUserReported),
    leaf('schoolName', party.schoolName),
    leaves('priorCTReports', party.priorReports),
    leaf('groupIdentifier', party.groupIdentifier),
    ...disabling(party),
    party.estimatedLocation ? printLocation(party.estimatedLocation) : '',
    leaf('allEmailsReported', party.allEmailsReported),
    ...party.associatedAccounts.map(printAssociatedAccount),
    leaves('additionalInfo', party.additionalInfo),
  ])
