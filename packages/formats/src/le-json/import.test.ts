import assert from 'node:assert/strict'
import test from 'node:test'
import type { Party } from '@opentipline/contract'
import { bytesOf, fullDocument, within } from './full-document.fixture.ts'
import { importLeJson } from './import.ts'

const imported = (value: unknown): Extract<ReturnType<typeof importLeJson>, { ok: true }> => {
  const result = importLeJson(bytesOf(value))
  if (!result.ok) return assert.fail(JSON.stringify(result.problems))
  return result
}

const emailsOf = (emails: unknown): unknown => {
  const document = fullDocument()
  within(document, 'reportedInformation', 'reportedPeople', 'reportedPersons', 0)['emails'] = emails
  return imported(document).report.parties[0]?.person?.emails
}

const languagesOf = (languages: unknown): unknown => {
  const document = fullDocument()
  within(document, 'reportedInformation', 'reportedPeople', 'reportedPersons', 0)['languages'] = languages
  return imported(document).report.parties[0]?.statements['languages']
}

const expectedParty = (role: Party['role'], number: number): Party => ({
  role,
  person: {
    firstName: `First${number}`,
    middleName: `Middle${number}`,
    lastName: `Last${number}`,
    preferredName: `Preferred${number}`,
    phones: [{ number: `+1 202 555 01${number}`, verified: false }],
    emails: [
      { address: `person${number}@example.com`, verified: true },
      { address: `person${number}@example.org`, verified: false },
      { address: `person${number}@example.net` },
    ],
    addresses: [
      {
        street: `${number} Example Street\nUnit 17`,
        city: 'Example City',
        postalCode: '00017',
        state: 'KS',
        country: 'US',
      },
      { city: 'Beispielstadt', otherRegion: 'Region 17', country: 'DE' },
    ],
    age: 35,
    dateOfBirth: '1991-02-03',
  },
  vehicleDescription: `Vehicle ${number}`,
  associatedAccounts: [],
  espIdentifier: `user-${number}`,
  espService: `Service ${number}`,
  screenName: `screen_${number}`,
  displayNames: [],
  profileUrls: [`https://example.com/profile/${number}`],
  ipCaptures: [
    { ipAddress: `192.0.2.${number}` },
    { ipAddress: `198.51.100.${number}`, eventName: 'Login', at: '2026-02-01T01:02:03Z', port: 443 },
    { ipAddress: `2001:db8::${number}` },
  ],
  devices: [],
  priorReports: [],
  additionalInfo: [`Synthetic note ${number}\nsecond line`],
  statements: {
    gender: `Gender statement ${number}`,
    preferredPronouns: `Pronouns statement ${number}`,
    physicalDescription: `Description ${number}`,
    vehicleTagNumber: `TAG${number}`,
    occupation: `Occupation ${number}`,
    relationshipToReporter: `Relationship ${number}`,
    relationshipToChildVictim: `Relation ${number}`,
    accessToChildVictim: 'No Information',
    accessToChildren: 'Yes',
    accessToFirearms: 'No',
    convictedSexOffender: 'No',
    awareOfReport: 'false',
    gangAffiliation: 'None stated by the provider',
    additionalContactInformation: `Contact note ${number}`,
    additionalDisabilityInformation: `Note ${number}`,
    languages: ['Language A', 'Language B'],
    races: 'Statement A',
    disabilities: ['Statement B'],
  },
})

test('every documented path of a person finds its place, and recipients stay recipients', () => {
  const { report, notes } = imported(fullDocument())
  assert.deepStrictEqual(report.parties, [expectedParty('reported', 11), expectedParty('recipient', 12)])
  assert.deepStrictEqual(report.unknownFields, [])
  assert.deepStrictEqual(notes, [])
})

test('every documented path of a file finds its place: all tags of all groups, all notes, three view states', () => {
  const { files } = imported(fullDocument()).report
  assert.deepStrictEqual(files[0], {
    fileId: 'packaged-13.png',
    fileName: 'packaged-13.png',
    originalFileName: 'original-13.png',
    viewedByEsp: true,
    viewState: 'viewed for this report',
    annotations: [],
    industryClassification: 'A1',
    originalHashes: [],
    verificationHash: '00000000000000000000000000000013',
    submittalId: 'submittal-13',
    tagGroups: [
      ['Tag A1', 'Tag A2'],
      ['Tag B1', 'Tag B2'],
    ],
    ipCaptures: [{ ipAddress: '203.0.113.13', eventName: 'UPLOAD', at: '2026-02-01T00:00:01Z' }],
    urls: ['https://example.net/file/13'],
    devices: [],
    metadata: [{ name: 'Upload Date and Time', value: '2026-02-01T00:00:00Z' }],
    additionalInfo: ['First note 13', 'Second note 13'],
  })
  assert.deepEqual(
    files.map(({ viewState, viewedByEsp }) => [viewState, viewedByEsp]),
    [
      ['viewed for this report', true],
      ['not viewed', false],
      ['not stated', undefined],
    ],
  )
})

test('every other documented path finds its place', () => {
  const { report, header } = imported(fullDocument())
  assert.deepStrictEqual(header, { reportId: '900000017', dateReceived: '2026-02-04T05:06:07Z' })
  assert.deepStrictEqual(report.origin, {
    kind: 'le-json',
    sourceReportId: '900000017',
    dateReceived: '2026-02-04T05:06:07Z',
  })
  assert.deepStrictEqual(report.incident, {
    type: 'Synthetic incident type 17',
    annotations: [],
    at: '2026-02-01T00:00:00Z',
    atDescription: 'Synthetic description 17',
  })
  assert.deepStrictEqual(report.reporter, {
    espName: 'Example Provider, Inc.',
    person: { lastName: 'Synthetic Team', phones: [], emails: [], addresses: [] },
  })
  assert.deepStrictEqual(report.additionalInfo, ['Synthetic narrative 17', 'Synthetic narrative 18'])
  assert.deepStrictEqual(report.internetDetails, [
    { kind: 'email', content: 'Sent Date: 2026-02-01\nFrom: person11@example.com', additionalInfo: ['rest'] },
    {
      kind: 'webPage',
      urls: ['https://example.org/post/17'],
      additionalInfo: ['Type: synthetic\nText: synthetic'],
    },
  ])
})

test('keys that have no place are kept with their pointer, counted and noted', () => {
  const document = fullDocument()
  document['a/b~c'] = { deep: [1, 'two'] }
  within(document, 'reportedInformation', 'uploadedFiles', 'uploadedFiles', 1)['publiclyAvailable'] = true
  within(document, 'reportedInformation', 'incidentSummary')['escalateToHighPriority'] = 'Synthetic reason'
  within(document, 'reportedInformation')['fileDetails'] = null
  const { report, notes } = imported(document)
  assert.deepStrictEqual(report.unknownFields, [
    { path: '/reportedInformation/incidentSummary/escalateToHighPriority', value: 'Synthetic reason' },
    { path: '/reportedInformation/uploadedFiles/uploadedFiles/1/publiclyAvailable', value: true },
    { path: '/reportedInformation/fileDetails', value: null },
    { path: '/a~1b~0c', value: { deep: [1, 'two'] } },
  ])
  assert.deepEqual(
    notes.map(({ kind, count }) => [kind, count]),
    [['unknown fields', 4]],
  )
})

test('a value of an unexpected form is kept as it is, not guessed at', () => {
  const document = fullDocument()
  const person = within(document, 'reportedInformation', 'reportedPeople', 'reportedPersons', 0)
  person['firstName'] = { given: 'First' }
  person['emails'] = { emails: [{ value: 'person@example.com', verified: 'Perhaps' }] }
  person['sourceInformation'] = {
    sourceCaptures: [
      { captureType: 'Device', value: 'device-17', dateTime: null },
      { captureType: 'Login IP', value: '192.0.2.17', port: 'https', eventName: null },
      { captureType: 'Profile URL', value: 'https://example.com/a', eventName: 'Login' },
    ],
  }
  const { report } = imported(document)
  const at = '/reportedInformation/reportedPeople/reportedPersons/0'
  assert.deepStrictEqual(report.unknownFields, [
    { path: `${at}/firstName`, value: { given: 'First' } },
    { path: `${at}/emails/emails/0/verified`, value: 'Perhaps' },
    {
      path: `${at}/sourceInformation/sourceCaptures/0`,
      value: { captureType: 'Device', value: 'device-17', dateTime: null },
    },
    { path: `${at}/sourceInformation/sourceCaptures/1/captureType`, value: 'Login IP' },
    { path: `${at}/sourceInformation/sourceCaptures/1/port`, value: 'https' },
    { path: `${at}/sourceInformation/sourceCaptures/2/eventName`, value: 'Login' },
  ])
  assert.deepStrictEqual(report.parties[0]?.ipCaptures.at(-1), { ipAddress: '192.0.2.17' })
})

test('lists are read wrapped, bare, standing alone, as text, and absent in every way', () => {
  const one = [{ address: 'a@example.com' }]
  for (const shape of [
    { emails: [{ value: 'a@example.com' }] },
    { emails: { value: 'a@example.com' } },
    [{ value: 'a@example.com' }, null, 'N/A', { value: 'N/A' }],
    { value: 'a@example.com' },
    ['a@example.com'],
    'a@example.com',
  ])
    assert.deepStrictEqual(emailsOf(shape), one, JSON.stringify(shape))
  for (const absent of [null, 'N/A', '', [], {}, { emails: null }, { emails: [] }, undefined])
    assert.deepStrictEqual(emailsOf(absent), [], JSON.stringify(absent))
})

test('statements are read as one text, as a list, and as absent', () => {
  assert.deepEqual(languagesOf(['A', 'B']), ['A', 'B'])
  assert.deepEqual(languagesOf([{ value: 'A' }]), ['A'])
  assert.equal(languagesOf('A'), 'A')
  assert.equal(languagesOf(17), '17')
  for (const absent of ['N/A', null, undefined, [], ['N/A', null]])
    assert.equal(languagesOf(absent), undefined)
})

test('an age that is not one number stays a statement', () => {
  const document = fullDocument()
  const person = within(document, 'reportedInformation', 'reportedPeople', 'reportedPersons', 0)
  person['approximateAge'] = '30-40'
  person['ipAddress'] = '192.0.2.1, 192.0.2.2'
  const [party] = imported(document).report.parties
  assert.equal(party?.person?.age, undefined)
  assert.equal(party?.statements['approximateAge'], '30-40')
  assert.equal(party?.statements['ipAddress'], '192.0.2.1, 192.0.2.2')
})

test('a sentence under every file that files may have been viewed earlier states nothing about this file', () => {
  const document = fullDocument()
  const file = within(document, 'reportedInformation', 'uploadedFiles', 'uploadedFiles', 0)
  file['viewedByEsp'] = null
  const legend =
    '"Was File Reviewed by Company?": may also mean that a file with a matching hash was viewed historically'
  file['additionalInformations'] = [{ value: legend }]
  const [read] = imported(document).report.files
  assert.equal(read?.viewState, 'not stated')
  assert.deepEqual(read?.additionalInfo, [legend])
})

test('files with the same packaged name, or none, get ids of their own', () => {
  const document = fullDocument()
  const files = [
    { filename: 'a.png' },
    { filename: 'a.png' },
    { submittalId: 's-17' },
    { viewedByEsp: 'Yes' },
  ]
  within(document, 'reportedInformation', 'uploadedFiles')['uploadedFiles'] = files
  const read = imported(document).report.files
  assert.deepEqual(
    read.map(({ fileId }) => fileId),
    ['a.png', 'a.png (2)', 's-17', 'file 4'],
  )
  assert.equal(read[3]?.viewState, 'viewed for this report')
})

test('a repeated key is noticed: the last value counts and the earlier ones are kept', () => {
  const text =
    '{"reportId":"1","reportId":"2","reportedInformation":{"incidentSummary":{"incidentType":"a","incidentType":"b"}}}'
  const result = importLeJson(new TextEncoder().encode(text))
  assert.ok(result.ok)
  assert.equal(result.report.origin.sourceReportId, '2')
  assert.equal(result.report.incident.type, 'b')
  assert.deepStrictEqual(result.report.unknownFields, [
    { path: '/reportId', value: '1' },
    { path: '/reportedInformation/incidentSummary/incidentType', value: 'a' },
  ])
  assert.ok(result.notes.some(({ kind, count }) => kind === 'repeated keys' && count === 2))
})

test('numbers keep their digits', () => {
  const text =
    '{"reportId":12345678901234567890,"other":12345678901234567890,"reportedInformation":{"x":1.50,"y":1e999}}'
  const result = importLeJson(new TextEncoder().encode(text))
  assert.ok(result.ok)
  assert.equal(result.report.origin.sourceReportId, '12345678901234567890')
  assert.deepStrictEqual(
    result.report.unknownFields.map(({ value }) => value),
    ['12345678901234567890', 1.5, '1e999'],
  )
})
