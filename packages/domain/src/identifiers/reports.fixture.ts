import { emptyReport, type IpCapture, type Party, type Report, type ReportFile } from '@opentipline/contract'
import fc from 'fast-check'

/** Reports for tests: synthetic, neutral, and arbitrary ones for properties. */

export const emptyParty = (role: Party['role'], more: Partial<Party> = {}): Party => ({
  role,
  associatedAccounts: [],
  displayNames: [],
  profileUrls: [],
  ipCaptures: [],
  devices: [],
  priorReports: [],
  additionalInfo: [],
  statements: {},
  ...more,
})

export const emptyFile = (fileId: string, more: Partial<ReportFile> = {}): ReportFile => ({
  fileId,
  viewState: 'not stated',
  annotations: [],
  originalHashes: [],
  ipCaptures: [],
  urls: [],
  devices: [],
  metadata: [],
  additionalInfo: [],
  ...more,
})

export const reportWith = (more: Partial<Report>): Report => ({
  ...emptyReport('reporting-xml'),
  reporter: { espName: 'Example Provider, Inc.' },
  ...more,
})

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'N/A',
    '',
    'lives in Dayton, Ohio',
    'snap: synthetic_17',
    '192.0.2.10',
    '555-0142',
    '2026-01-14T08:30:00Z',
    'a@example.com',
  ),
)
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })
const capture: fc.Arbitrary<IpCapture> = fc
  .record({
    ipAddress: fc.oneof(fc.ipV4(), fc.ipV6(), texts),
    at: maybe(texts),
    port: maybe(fc.nat(65535)),
    possibleProxy: maybe(fc.boolean()),
  })
  .map(({ ipAddress, at, port, possibleProxy }) => ({
    ipAddress,
    ...(at === undefined ? {} : { at }),
    ...(port === undefined ? {} : { port }),
    ...(possibleProxy === undefined ? {} : { possibleProxy }),
  }))
const few = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 3 })

const party: fc.Arbitrary<Party> = fc
  .record({
    role: fc.constantFrom('reported', 'recipient', 'child'),
    texts: few(texts),
    captures: few(capture),
    statements: fc.dictionary(
      fc.constantFrom('ipAddress', 'additionalContactInformation'),
      fc.oneof(texts, few(texts)),
    ),
    one: texts,
  })
  .map(({ role, texts: list, captures, statements, one }) =>
    emptyParty(role, {
      espIdentifier: one,
      screenName: one,
      schoolName: one,
      profileBio: one,
      profileUrls: list,
      additionalInfo: list,
      ipCaptures: captures,
      statements,
      devices: list.map((idValue) => ({ idType: 'IMEI', idValue })),
      estimatedLocation: { city: one, region: one, countryCode: one, at: one },
      person: {
        phones: list.map((number) => ({ number })),
        emails: list.map((address) => ({ address })),
        addresses: list.map((city) => ({ city, state: one, postalCode: one, street: one })),
      },
    }),
  )

const file: fc.Arbitrary<ReportFile> = fc
  .record({ list: few(texts), captures: few(capture), one: texts })
  .map(({ list, captures, one }) =>
    emptyFile('0'.repeat(32), {
      verificationHash: one,
      locationOfFile: one,
      uploadedAt: one,
      additionalInfo: list,
      urls: list,
      ipCaptures: captures,
      originalHashes: list.map((value) => ({ hashType: one, value })),
      metadata: list.map((value) => ({ name: 'Upload Date and Time', value })),
    }),
  )

/** Any report at all, with nonsense in every field that takes text. */
export const arbitraryReport: fc.Arbitrary<Report> = fc
  .record({
    parties: few(party),
    files: few(file),
    additionalInfo: few(texts),
    espName: maybe(texts),
    coordinates: fc.double({ noNaN: true }),
  })
  .map(({ parties, files, additionalInfo, espName, coordinates }) => ({
    ...emptyReport('le-json'),
    reporter: espName === undefined ? {} : { espName },
    parties,
    files,
    additionalInfo,
    internetDetails: [
      { kind: 'cellPhone', latitude: coordinates, longitude: coordinates, additionalInfo },
      { kind: 'webPage', urls: additionalInfo, additionalInfo: [] },
    ],
  }))
