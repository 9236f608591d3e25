/**
 * The report model: one shape for what was received, whatever way it came in.
 *
 * It holds what the *provider* (or public reporter) stated and nothing else. What a machine derived is a
 * Finding, what an analyst wrote is a Note: they are never written into this shape (invariant 3).
 *
 * An absent field means "not stated". A flag that is absent is unknown, never false (invariant 8).
 * Date-times stay the strings that were received, with the offset they carried.
 * Roles are part of the shape: recipients and children are not suspects (invariant 15).
 */
import { type Static, Type } from 'typebox'

const opt = Type.Optional
const text = Type.String()
const texts = Type.Array(text)

export const originKinds = ['reporting-xml', 'le-json', 'public-form', 'le-pdf'] as const

/** An event of a kind at a network address. `at` is the ISO 8601 string as received; `port` is 1..65535. */
export const IpCapture = Type.Object({
  ipAddress: text,
  eventName: opt(text),
  at: opt(text),
  possibleProxy: opt(Type.Boolean()),
  port: opt(Type.Integer({ minimum: 0, maximum: 65535 })),
})
export type IpCapture = Static<typeof IpCapture>

export const DeviceId = Type.Object({ idType: text, idValue: text, eventName: opt(text), at: opt(text) })
export type DeviceId = Static<typeof DeviceId>

export const Email = Type.Object({
  address: text,
  type: opt(text),
  verified: opt(Type.Boolean()),
  verifiedAt: opt(text),
})
export type Email = Static<typeof Email>

export const Phone = Type.Object({
  number: text,
  type: opt(text),
  verified: opt(Type.Boolean()),
  verifiedAt: opt(text),
  countryCallingCode: opt(text),
  extension: opt(text),
})
export type Phone = Static<typeof Phone>

/** `street` holds the lines as received, joined by a newline. `state` is a US state; `otherRegion` any other. */
export const Address = Type.Object({
  type: opt(text),
  street: opt(text),
  city: opt(text),
  postalCode: opt(text),
  state: opt(text),
  otherRegion: opt(text),
  country: opt(text),
})
export type Address = Static<typeof Address>

export const Person = Type.Object({
  firstName: opt(text),
  middleName: opt(text),
  lastName: opt(text),
  preferredName: opt(text),
  phones: Type.Array(Phone),
  emails: Type.Array(Email),
  addresses: Type.Array(Address),
  /** Years, as stated. */
  age: opt(Type.Integer()),
  ageAssertionDiscrepancy: opt(Type.Boolean()),
  dateOfBirth: opt(text),
})
export type Person = Static<typeof Person>

export const EstimatedLocation = Type.Object({
  city: opt(text),
  region: opt(text),
  countryCode: opt(text),
  verified: opt(Type.Boolean()),
  at: opt(text),
})
export type EstimatedLocation = Static<typeof EstimatedLocation>

export const AccountDisabled = Type.Object({
  disabledAt: opt(text),
  userNotified: opt(Type.Boolean()),
  userNotifiedAt: opt(text),
  reenabledAt: opt(text),
  /** The element's own text or boolean, kept as received. */
  value: opt(text),
})
export type AccountDisabled = Static<typeof AccountDisabled>

const accountFields = {
  espIdentifier: opt(text),
  espService: opt(text),
  compromisedAccount: opt(Type.Boolean()),
  screenName: opt(text),
  displayNames: texts,
  profileUrls: texts,
  profileBio: opt(text),
  ipCaptures: Type.Array(IpCapture),
  devices: Type.Array(DeviceId),
  /** Ids of earlier CyberTipline reports that the provider says concern this account. */
  priorReports: texts,
  groupIdentifier: opt(text),
  temporarilyDisabled: opt(AccountDisabled),
  permanentlyDisabled: opt(AccountDisabled),
  allEmailsReported: opt(Type.Boolean()),
  additionalInfo: texts,
}

export const AssociatedAccount = Type.Object({
  type: text,
  platform: opt(text),
  thirdPartyUser: opt(Type.Boolean()),
  person: opt(Person),
  ...accountFields,
})
export type AssociatedAccount = Static<typeof AssociatedAccount>

export const partyRoles = ['reported', 'recipient', 'child'] as const
/** `reported`: personOrUserReported. `recipient`: intendedRecipient. `child`: victim. */
export type PartyRole = (typeof partyRoles)[number]

export const Party = Type.Object({
  role: Type.Union([Type.Literal('reported'), Type.Literal('recipient'), Type.Literal('child')]),
  person: opt(Person),
  vehicleDescription: opt(text),
  thirdPartyUserReported: opt(Type.Boolean()),
  schoolName: opt(text),
  estimatedLocation: opt(EstimatedLocation),
  associatedAccounts: Type.Array(AssociatedAccount),
  ...accountFields,
  /**
   * Further statements of the law-enforcement JSON about a person, by their key there (`occupation`,
   * `accessToChildren`, ...). A list keeps its items. Absent, null and "N/A" are all "not stated": no entry.
   */
  statements: Type.Record(Type.String(), Type.Union([text, texts])),
})
export type Party = Static<typeof Party>

export const incidentPlaces = [
  'webPage',
  'email',
  'newsgroup',
  'chatIm',
  'onlineGaming',
  'cellPhone',
  'nonInternet',
  'peer2peer',
] as const

/** One internetDetails entry. Only the fields of its kind are set. */
export const InternetDetail = Type.Object({
  kind: Type.Enum(incidentPlaces),
  urls: opt(texts),
  thirdPartyHostedContent: opt(Type.Boolean()),
  emails: opt(Type.Array(Email)),
  /** Newsgroup, chat room, game or place: the name the element carries. */
  name: opt(text),
  /** Chat client, game console or peer-to-peer client. */
  client: opt(text),
  content: opt(text),
  phone: opt(Phone),
  latitude: opt(Type.Number()),
  longitude: opt(Type.Number()),
  addresses: opt(Type.Array(Address)),
  ipCaptures: opt(Type.Array(IpCapture)),
  fileNames: opt(text),
  additionalInfo: texts,
})
export type InternetDetail = Static<typeof InternetDetail>

export const LawEnforcementContact = Type.Object({
  agencyName: text,
  caseNumber: opt(text),
  officer: opt(Person),
  reportedToLe: opt(text),
  servedLegalProcessDomestic: opt(Type.Boolean()),
  servedLegalProcessInternational: opt(Type.Boolean()),
  legalProcessCountry: opt(text),
})
export type LawEnforcementContact = Static<typeof LawEnforcementContact>

export const Reporter = Type.Object({
  /** The provider's name, as it stands in the account (reporting API) or in the document (law-enforcement JSON). */
  espName: opt(text),
  person: opt(Person),
  contact: opt(Person),
  companyTemplate: opt(text),
  termsOfService: opt(text),
  legalUrl: opt(text),
})
export type Reporter = Static<typeof Reporter>

export const viewStates = [
  'viewed for this report',
  'viewed historically by hash',
  'not viewed',
  'not stated',
] as const
/** Did a person at the provider view the file? Four states: collapsing them destroys a legally decisive fact. */
export type ViewState = (typeof viewStates)[number]

export const FileHash = Type.Object({ hashType: text, value: text })
export type FileHash = Static<typeof FileHash>

/** A file as the provider describes it. Its bytes live in the vault, if they were sent. */
export const ReportFile = Type.Object({
  /** Our 32-hex file id, or the packaged file name where the report was imported. */
  fileId: text,
  /** Size in bytes and digests of the bytes received; absent where no bytes came with the report. */
  received: opt(
    Type.Object({ sizeBytes: Type.Integer(), md5: text, sha1: text, sha256: text, name: opt(text) }),
  ),
  fileName: opt(text),
  originalFileName: opt(text),
  uploadedAt: opt(text),
  locationOfFile: opt(text),
  /** The provider's own flag as received; absent when not stated. Read it through `viewState`. */
  viewedByEsp: opt(Type.Boolean()),
  viewState: Type.Enum(viewStates),
  exifViewedByEsp: opt(Type.Boolean()),
  publiclyAvailable: opt(Type.Boolean()),
  relevance: opt(text),
  /** The standalone `potentialMeme` element (not the annotation of that name). */
  potentialMeme: opt(Type.Boolean()),
  /** Annotation names that were set: `viral`, `generativeAi`, ... An absent one was not stated. */
  annotations: texts,
  industryClassification: opt(text),
  originalHashes: Type.Array(FileHash),
  /** The law-enforcement JSON's `verificationHash`; its algorithm is told by its length. */
  verificationHash: opt(text),
  submittalId: opt(text),
  tagGroups: opt(Type.Array(texts)),
  ipCaptures: Type.Array(IpCapture),
  urls: texts,
  devices: Type.Array(DeviceId),
  metadata: Type.Array(Type.Object({ type: opt(text), name: text, value: text })),
  additionalInfo: texts,
})
export type ReportFile = Static<typeof ReportFile>

/** Something received that this version has no place for: kept, counted and shown, never dropped. */
export const UnknownField = Type.Object({
  /** JSON pointer (or XML path) in the document as received. */
  path: text,
  value: Type.Unknown(),
})
export type UnknownField = Static<typeof UnknownField>

export const Report = Type.Object({
  model: Type.Literal('opentipline-report/1'),
  origin: Type.Object({
    kind: Type.Enum(originKinds),
    /** The number the document itself carries (imports), else absent. */
    sourceReportId: opt(text),
    /** When the clearinghouse that issued the document says it received the report. */
    dateReceived: opt(text),
    schemaVersion: opt(text),
  }),
  batchedReason: opt(text),
  incident: Type.Object({
    type: opt(text),
    platform: opt(text),
    /** The provider's reason to escalate, in its words. Present does not mean the claim is true. */
    escalateToHighPriority: opt(text),
    annotations: texts,
    at: opt(text),
    atDescription: opt(text),
  }),
  internetDetails: Type.Array(InternetDetail),
  lawEnforcement: opt(LawEnforcementContact),
  reporter: Reporter,
  /** In the order received: reported persons, recipients and children, each with its role. */
  parties: Type.Array(Party),
  files: Type.Array(ReportFile),
  additionalInfo: texts,
  unknownFields: Type.Array(UnknownField),
})
export type Report = Static<typeof Report>

/** A report with nothing stated, to build on. */
export const emptyReport = (kind: Report['origin']['kind']): Report => ({
  model: 'opentipline-report/1',
  origin: { kind },
  incident: { annotations: [] },
  internetDetails: [],
  reporter: {},
  parties: [],
  files: [],
  additionalInfo: [],
  unknownFields: [],
})
