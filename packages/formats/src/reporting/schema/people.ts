import {
  attribute,
  type ChildDeclaration,
  type ComplexType,
  many,
  one,
  opt,
  sequence,
  textOf,
} from './declare.ts'

const verification = [
  attribute('verified', 'xs:boolean'),
  attribute('verificationDate', 'xs:dateTime', { past: true }),
]
const disabled = [
  attribute('disabledDate', 'xs:dateTime', { past: true }),
  attribute('userNotified', 'xs:boolean'),
  attribute('userNotifiedDate', 'xs:dateTime', { past: true }),
]
const nameAndContact = [
  opt('firstName', 'xs:string', { lengthMax: 100 }),
  opt('lastName', 'xs:string', { lengthMax: 100 }),
  many('phone', 'phone'),
  many('email', 'email'),
  many('address', 'address'),
]
const ageDiscrepancy: ChildDeclaration = { ...opt('ageAssertionDiscrepancy', 'xs:boolean'), since: '2026-08' }
const url = { url: true, lengthMax: 2083 } as const

/** The account fields that the reported person, the recipient and the child share, in the order they stand. */
const account = [
  opt('espIdentifier', 'xs:string', { lengthMax: 255 }),
  opt('espService', 'xs:string', { lengthMax: 100 }),
  opt('compromisedAccount', 'xs:boolean'),
  opt('screenName', 'screenName', { lengthMax: 256 }),
  many('displayName', 'xs:string', { lengthMax: 255 }),
  many('profileUrl', 'xs:string', url),
  opt('profileBio', 'text'),
  many('ipCaptureEvent', 'ipCaptureEvent'),
  many('deviceId', 'deviceId'),
]
const disabling = [
  opt('accountTemporarilyDisabled', 'accountTemporarilyDisabled'),
  opt('accountPermanentlyDisabled', 'accountPermanentlyDisabled'),
]
const location = [opt('estimatedLocation', 'estimatedLocation'), opt('allEmailsReported', 'xs:boolean')]
const priorReports = many('priorCTReports', 'xs:long', { priorReport: true })
const group = opt('groupIdentifier', 'xs:string', { lengthMax: 255 })

const associatedAccount = sequence(
  [
    opt('platform', 'associatedAccountPlatform', { lengthMax: 256 }),
    opt('firstName', 'xs:string', { lengthMax: 256 }),
    opt('middleName', 'xs:string', { lengthMax: 256 }),
    opt('lastName', 'xs:string', { lengthMax: 256 }),
    opt('approximateAge', 'xs:int', { min: 0, max: 150 }),
    ageDiscrepancy,
    opt('dateOfBirth', 'xs:date', { past: true }),
    many('phone', 'phone'),
    many('email', 'email'),
    opt('allEmailsReported', 'xs:boolean'),
    many('address', 'address'),
    opt('espService', 'xs:string', { lengthMax: 256 }),
    opt('espIdentifier', 'xs:string', { lengthMax: 256 }),
    many('profileUrl', 'xs:string', url),
    opt('screenName', 'screenName', { lengthMax: 256 }),
    many('displayName', 'xs:string', { lengthMax: 255 }),
    opt('profileBio', 'text'),
    opt('groupIdentifier', 'xs:string', { lengthMax: 256 }),
    opt('compromisedAccount', 'xs:boolean'),
    ...disabling,
    many('ipCaptureEvent', 'ipCaptureEvent'),
    many('deviceId', 'deviceId'),
    many('priorCTReport', 'xs:long', { priorReport: true }),
    opt('additionalInfo', 'text'),
  ],
  [{ name: 'type', type: 'associatedAccountType', required: true }],
)

const personOrUserReported = sequence([
  opt('personOrUserReportedPerson', 'person'),
  opt('vehicleDescription', 'xs:string', { lengthMax: 300 }),
  ...account,
  opt('thirdPartyUserReported', 'xs:boolean'),
  priorReports,
  group,
  ...disabling,
  ...location,
  many('associatedAccount', 'associatedAccount'),
  opt('additionalInfo', 'text'),
])

const intendedRecipient = sequence([
  opt('intendedRecipientPerson', 'person'),
  ...account,
  priorReports,
  group,
  ...disabling,
  ...location,
  // The schema lets it repeat although the documentation says once; the schema is what is enforced.
  many('additionalInfo', 'text'),
])

const victim = sequence([
  one('victimPerson', 'person'),
  ...account,
  opt('schoolName', 'xs:string', { lengthMax: 255 }),
  priorReports,
  ...disabling,
  ...location,
  many('associatedAccount', 'associatedAccount'),
  opt('additionalInfo', 'text'),
])

export const peopleTypes: Record<string, ComplexType> = {
  email: textOf('xs:string', [attribute('type', 'emailType'), ...verification]),
  phone: textOf('xs:string', [
    attribute('type', 'phoneType'),
    ...verification,
    attribute('countryCallingCode', 'phoneCountryCallingCode'),
    attribute('extension', 'phoneExtension', { lengthMax: 10 }),
  ]),
  address: sequence(
    [
      opt('address', 'xs:string', { lengthMax: 255 }),
      opt('city', 'xs:string', { lengthMax: 100 }),
      opt('zipCode', 'xs:string', { lengthMax: 20 }),
      opt('state', 'state'),
      opt('nonUsaState', 'xs:string', { lengthMax: 100 }),
      opt('country', 'country'),
    ],
    [attribute('type', 'addressType')],
  ),
  contactPerson: sequence(nameAndContact),
  person: sequence([
    ...nameAndContact,
    opt('age', 'xs:int', { min: 0, max: 150 }),
    ageDiscrepancy,
    opt('dateOfBirth', 'xs:date', { past: true }),
  ]),
  screenName: textOf('xs:string'),
  estimatedLocation: sequence(
    [
      opt('city', 'xs:string', { lengthMax: 255 }),
      opt('region', 'xs:string', { lengthMax: 255 }),
      opt('countryCode', 'country'),
    ],
    [attribute('verified', 'xs:boolean'), attribute('timestamp', 'xs:dateTime', { past: true })],
  ),
  accountTemporarilyDisabled: textOf('xs:boolean', [...disabled, attribute('reenabledDate', 'xs:dateTime')]),
  accountPermanentlyDisabled: textOf('xs:boolean', disabled),
  associatedAccountPlatform: textOf('xs:string', [attribute('thirdPartyUser', 'xs:boolean')]),
  associatedAccount,
  personOrUserReported,
  intendedRecipient,
  victim,
}
