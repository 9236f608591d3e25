import assert from 'node:assert/strict'
import test from 'node:test'
import { emptyReport, type Report } from '@opentipline/contract'
import fc from 'fast-check'
import { anyReport } from './arbitrary-report.fixture.ts'
import { exportLeJson } from './export.ts'
import { bytesOf, fullDocument } from './full-document.fixture.ts'
import { importLeJson } from './import.ts'
import { utcSeconds } from './utc-seconds.ts'

const header = { reportId: '900000017', dateReceived: '2026-01-15T12:00:00Z' }
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const get = (value: unknown, ...steps: (string | number)[]): unknown => {
  let at = value
  for (const step of steps) {
    assert.ok(
      typeof at === 'object' && at !== null && Object.hasOwn(at, step),
      `no ${step} in ${JSON.stringify(at)}`,
    )
    at = Reflect.get(at, step)
  }
  return at
}

const listAt = (value: unknown, ...steps: (string | number)[]): unknown[] => {
  const list = get(value, ...steps)
  assert.ok(Array.isArray(list), `${steps.join('/')} is not a list`)
  return list
}

const wireTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

/** A capture as a reader takes it that stops where a key is missing. */
const takeCapture = (capture: unknown, timeNeeded: boolean): void => {
  assert.equal(typeof get(capture, 'value'), 'string')
  get(capture, 'eventName')
  const time = get(capture, 'dateTime')
  const isIp = String(get(capture, 'captureType')).includes('IP')
  if (time !== null || (isIp && timeNeeded)) assert.match(String(time), wireTime)
}

const takePerson = (person: unknown): void => {
  for (const key of ['firstName', 'middleName', 'lastName', 'espUserId', 'dateOfBirth']) get(person, key)
  for (const key of ['screenName', 'emails', 'phones', 'sourceInformation']) get(person, key)
  if (get(person, 'emails') !== null)
    for (const email of listAt(person, 'emails', 'emails')) get(email, 'verified')
  if (get(person, 'sourceInformation') !== null)
    for (const capture of listAt(person, 'sourceInformation', 'sourceCaptures')) takeCapture(capture, false)
  assert.equal(typeof get(person, 'additionalInformations', 0, 'value'), 'string')
}

const takeFile = (file: unknown): void => {
  for (const key of ['filename', 'originalFilename', 'verificationHash', 'viewedByEsp']) get(file, key)
  for (const key of ['industryClassification', 'ncmecTags', 'additionalInformations']) get(file, key)
  if (get(file, 'sourceInformation') !== null)
    for (const capture of listAt(file, 'sourceInformation', 'sourceCaptures')) takeCapture(capture, true)
}

/** Goes where the two known readers go, and stops where either of them stops. */
const takeAsKnownReaders = (document: unknown): void => {
  assert.equal(typeof get(document, 'reportId'), 'string')
  const information = get(document, 'reportedInformation')
  assert.equal(typeof get(information, 'reportingEsp', 'espName'), 'string')
  get(information, 'incidentSummary', 'incidentType')
  assert.match(String(get(information, 'incidentSummary', 'incidentDateTime')), wireTime)
  for (const note of listAt(information, 'additionalInformations')) get(note, 'value')
  assert.ok(listAt(information, 'reportedPeople', 'reportedPersons').length > 0)
  listAt(information, 'reportedPeople', 'reportedPersons').forEach(takePerson)
  listAt(information, 'intendedRecipients', 'intendedRecipients').forEach(takePerson)
  listAt(information, 'uploadedFiles', 'uploadedFiles').forEach(takeFile)
  for (const email of listAt(information, 'incidentDetails', 'emailIncident'))
    get(email, 'contents', 0, 'value')
  for (const page of listAt(information, 'incidentDetails', 'webpageIncident'))
    get(page, 'additionalInformations', 0, 'value')
}

test('the readers that agencies have get through every export that states the time of the incident', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const timed: Report = { ...report, incident: { ...report.incident, at: '2026-01-14T08:30:00.5+02:00' } }
      takeAsKnownReaders(JSON.parse(exportLeJson(timed, header)))
    }),
    { numRuns: 200 },
  )
})

test('a time that was not stated is exported as null and not made up', () => {
  const document: unknown = JSON.parse(exportLeJson(emptyReport('public-form'), header))
  assert.equal(get(document, 'reportedInformation', 'incidentSummary', 'incidentDateTime'), null)
})

test('a document as received is exported without our extension, and says the same', () => {
  const read = importLeJson(bytesOf(fullDocument()))
  assert.ok(read.ok)
  const { origin } = read.report
  assert.ok(origin.sourceReportId !== undefined && origin.dateReceived !== undefined)
  const text = exportLeJson(read.report, {
    reportId: origin.sourceReportId,
    dateReceived: origin.dateReceived,
  })
  assert.ok(!text.includes('openTipline'))
  const again = importLeJson(encode(text))
  assert.ok(again.ok)
  assert.deepStrictEqual(again.report, read.report)
})

const withChild = (): Report => {
  const read = importLeJson(bytesOf(fullDocument()))
  assert.ok(read.ok)
  const [party] = read.report.parties
  assert.ok(party !== undefined)
  const child = { ...party, role: 'child' as const, screenName: 'synthetic_child_account' }
  const [file] = read.report.files
  assert.ok(file !== undefined)
  const historic = { ...file, fileId: 'f'.repeat(32), viewState: 'viewed historically by hash' as const }
  return { ...read.report, parties: [...read.report.parties, child], files: [...read.report.files, historic] }
}

test('a child is never among the persons of the documented part', () => {
  const { openTipline, ...documented } = JSON.parse(exportLeJson(withChild(), header))
  assert.ok(!JSON.stringify(documented).includes('synthetic_child_account'))
  assert.ok(JSON.stringify(openTipline).includes('synthetic_child_account'))
})

test('a file viewed only earlier by its hash is exported as neither viewed nor not viewed', () => {
  const document: unknown = JSON.parse(exportLeJson(withChild(), header))
  assert.equal(get(document, 'reportedInformation', 'uploadedFiles', 'uploadedFiles', 3, 'viewedByEsp'), null)
})

const changes: [string, (document: Record<string, unknown>) => void][] = [
  ['the report id', (document) => Object.assign(document, { reportId: '900000018' })],
  ['a key added beside the documented ones', (document) => Object.assign(document, { added: 1 })],
  [
    'whether a file was viewed',
    (document) =>
      Object.assign(get(document, 'reportedInformation', 'uploadedFiles', 'uploadedFiles', 0) ?? {}, {
        viewedByEsp: false,
      }),
  ],
  [
    'the form of its report',
    (document) => Object.assign(get(document, 'openTipline', 'report') ?? {}, { files: 17 }),
  ],
  [
    'a key that reports do not have',
    (document) => Object.assign(get(document, 'openTipline', 'report') ?? {}, { x: 1 }),
  ],
  [
    'a statement that is not text',
    (document) =>
      Object.assign(get(document, 'openTipline', 'report', 'parties', 2, 'statements') ?? {}, { 'a\nb': 17 }),
  ],
  ['its format', (document) => Object.assign(get(document, 'openTipline') ?? {}, { format: 'other/1' })],
  ['a key of its own', (document) => Object.assign(get(document, 'openTipline') ?? {}, { other: 1 })],
  ['the extension itself', (document) => Object.assign(document, { openTipline: 'text' })],
]

for (const [name, change] of changes) {
  test(`an extension that disagrees is set aside, kept and noted: ${name}`, () => {
    const document = JSON.parse(exportLeJson(withChild(), header))
    change(document)
    const read = importLeJson(bytesOf(document))
    assert.ok(read.ok)
    assert.equal(read.report.origin.kind, 'le-json')
    assert.ok(read.notes.some(({ kind }) => kind === 'extension set aside'))
    const kept = read.report.unknownFields.find(({ path }) => path === '/openTipline')
    assert.deepStrictEqual(kept?.value, document.openTipline)
    assert.ok(read.report.parties.every(({ role }) => role !== 'child'))
  })
}

test('a document that repeats a key does not use its extension', () => {
  const text = exportLeJson(withChild(), header).replace('{', '{"dateReceived":"2026-01-01T00:00:00Z",')
  const read = importLeJson(encode(text))
  assert.ok(read.ok)
  assert.ok(read.notes.some(({ kind }) => kind === 'extension set aside'))
})

test('times are written in UTC whole seconds, or not at all', () => {
  assert.equal(utcSeconds('2026-01-14T08:30:00.999+05:30'), '2026-01-14T03:00:00Z')
  assert.equal(utcSeconds('2026-01-01T00:30:00+0100'), '2025-12-31T23:30:00Z')
  assert.equal(utcSeconds(' 2024-02-29T23:59:59Z '), '2024-02-29T23:59:59Z')
  assert.equal(utcSeconds('0050-03-01T00:00:00Z'), '0050-03-01T00:00:00Z')
  for (const none of [
    '2026-01-14T08:30:00',
    '2026-02-30T00:00:00Z',
    '2026-01-14',
    '9999-12-31T23:59:59-01:00',
    'x',
  ])
    assert.equal(utcSeconds(none), null, none)
  assert.equal(utcSeconds(undefined), null)
})
