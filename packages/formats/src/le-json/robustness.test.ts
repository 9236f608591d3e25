import assert from 'node:assert/strict'
import test from 'node:test'
import { bytesOf, type Document, fullDocument, loginCaptures, within } from './full-document.fixture.ts'
import { importLeJson, type LeJsonImport } from './import.ts'

type Read = Extract<LeJsonImport, { ok: true }>
type Variant = [name: string, change: (document: Document) => void, check: (read: Read) => void]

const information = (document: Document): Record<string, unknown> => document.reportedInformation
const person = (document: Document): Record<string, unknown> =>
  within(document, 'reportedInformation', 'reportedPeople', 'reportedPersons', 0)
const file = (document: Document): Record<string, unknown> =>
  within(document, 'reportedInformation', 'uploadedFiles', 'uploadedFiles', 0)
const named = (document: Document, espName: string): void => {
  within(document, 'reportedInformation', 'reportingEsp')['espName'] = espName
}
const text = (value: string): object[] => [{ value }]

const providers: Variant[] = [
  [
    'Dropbox: the upload time is in the metadata',
    (document) => named(document, 'Dropbox, Inc.'),
    ({ report }) => assert.equal(report.files[0]?.metadata[0]?.name, 'Upload Date and Time'),
  ],
  [
    'Imgur: an upload event in another case',
    (document) => {
      named(document, 'Imgur')
      const [capture] = [
        within(document, 'reportedInformation', 'uploadedFiles', 'uploadedFiles', 0, 'sourceInformation'),
      ]
      capture['sourceCaptures'] = [
        { captureType: 'IP Address', value: '192.0.2.9', dateTime: null, eventName: 'Upload' },
      ]
    },
    ({ report }) =>
      assert.deepEqual(report.files[0]?.ipCaptures, [{ ipAddress: '192.0.2.9', eventName: 'Upload' }]),
  ],
  [
    'X Corp: the profile is text, and stays text',
    (document) => {
      named(document, 'X Corp')
      person(document)['additionalInformations'] = text('Full Name: Synthetic\nLocation: Example City')
    },
    ({ report }) =>
      assert.deepEqual(report.parties[0]?.additionalInfo, ['Full Name: Synthetic\nLocation: Example City']),
  ],
  [
    'Microsoft: the reporting last name marks a search by image',
    (document) => {
      named(document, 'Microsoft')
      within(document, 'reportedInformation', 'reportingEsp')['lastName'] = 'Microsoft BingImage'
    },
    ({ report }) => assert.equal(report.reporter.person?.lastName, 'Microsoft BingImage'),
  ],
  [
    'Reddit: narrative at the report and at the web page',
    (document) => {
      named(document, 'Reddit')
      information(document)['additionalInformations'] = text('Synthetic conversation 17')
    },
    ({ report }) => {
      assert.deepEqual(report.additionalInfo, ['Synthetic conversation 17'])
      assert.equal(report.internetDetails[1]?.additionalInfo.length, 1)
    },
  ],
  [
    'TikTok: the captures of the person are the log-ins',
    (document) => {
      named(document, 'TikTok')
      person(document)['sourceInformation'] = loginCaptures('198.51.100.99')
    },
    ({ report }) => assert.equal(report.parties[0]?.ipCaptures[1]?.ipAddress, '198.51.100.99'),
  ],
  [
    'MeetMe: everything is text',
    (document) => {
      named(document, 'MeetMe')
      information(document)['additionalInformations'] = text(
        'MeetMe UserID: 17\n2026-01-02 03:04:05 192.0.2.7 (device)',
      )
    },
    ({ report }) => assert.match(report.additionalInfo[0] ?? '', /192\.0\.2\.7/),
  ],
  [
    'Facebook: the id of the submittal',
    (document) => named(document, 'Facebook'),
    ({ report }) => assert.equal(report.files[0]?.submittalId, 'submittal-13'),
  ],
  [
    'WhatsApp: a paragraph of JSON inside a text stays inside the text',
    (document) => {
      named(document, 'WhatsApp Inc.')
      file(document)['additionalInformations'] = text('{"report_surface":"synthetic"}')
    },
    ({ report }) => assert.deepEqual(report.files[0]?.additionalInfo, ['{"report_surface":"synthetic"}']),
  ],
]

const absences: Variant[] = [
  [
    'an integer report id',
    (document) => {
      document['reportId'] = 900000017
    },
    ({ report }) => assert.equal(report.origin.sourceReportId, '900000017'),
  ],
  [
    'a null report id',
    (document) => {
      document['reportId'] = null
    },
    ({ report, notes }) => {
      assert.equal(report.origin.sourceReportId, undefined)
      assert.deepEqual(
        notes.map(({ kind }) => kind),
        ['no report id'],
      )
    },
  ],
  [
    'a null screen name',
    (document) => {
      person(document)['screenName'] = null
    },
    ({ report }) => assert.equal(report.parties[0]?.screenName, undefined),
  ],
  [
    'null source information of a person',
    (document) => {
      person(document)['sourceInformation'] = null
    },
    ({ report }) => assert.deepEqual(report.parties[0]?.profileUrls, []),
  ],
  [
    'null incident details',
    (document) => {
      information(document)['incidentDetails'] = null
    },
    ({ report }) => assert.deepEqual(report.internetDetails, []),
  ],
  [
    'tag groups without tags',
    (document) => {
      file(document)['ncmecTags'] = { groups: [{ tags: [] }, { tags: [{ value: 'Tag' }] }, {}] }
    },
    ({ report }) => assert.deepEqual(report.files[0]?.tagGroups, [[], ['Tag'], []]),
  ],
  [
    'an empty list of reported persons',
    (document) => {
      information(document)['reportedPeople'] = { reportedPersons: [] }
    },
    ({ report }) =>
      assert.deepEqual(
        report.parties.map(({ role }) => role),
        ['recipient'],
      ),
  ],
  [
    'null reported people',
    (document) => {
      information(document)['reportedPeople'] = null
    },
    ({ report }) => assert.equal(report.parties.length, 1),
  ],
  [
    'null uploaded files',
    (document) => {
      information(document)['uploadedFiles'] = null
    },
    ({ report }) => assert.deepEqual(report.files, []),
  ],
  [
    'a null incident summary',
    (document) => {
      information(document)['incidentSummary'] = null
    },
    ({ report }) => assert.deepEqual(report.incident, { annotations: [] }),
  ],
  [
    'a null incident time',
    (document) => {
      within(document, 'reportedInformation', 'incidentSummary')['incidentDateTime'] = null
    },
    ({ report }) => assert.equal(report.incident.at, undefined),
  ],
  [
    'a null time of a capture on a file',
    (document) => {
      file(document)['sourceInformation'] = {
        sourceCaptures: [{ captureType: 'IP Address', value: '192.0.2.5', dateTime: null }],
      }
    },
    ({ report }) => assert.deepEqual(report.files[0]?.ipCaptures, [{ ipAddress: '192.0.2.5' }]),
  ],
  [
    'null additional informations of the report',
    (document) => {
      information(document)['additionalInformations'] = null
    },
    ({ report }) => assert.deepEqual(report.additionalInfo, []),
  ],
  [
    'fractional seconds',
    (document) => {
      within(document, 'reportedInformation', 'incidentSummary')['incidentDateTime'] =
        '2026-02-01T00:00:00.123Z'
    },
    ({ report }) => assert.equal(report.incident.at, '2026-02-01T00:00:00.123Z'),
  ],
  [
    'an offset from UTC',
    (document) => {
      within(document, 'reportedInformation', 'incidentSummary')['incidentDateTime'] =
        '2026-02-01T02:00:00+02:00'
    },
    ({ report }) => assert.equal(report.incident.at, '2026-02-01T02:00:00+02:00'),
  ],
  [
    'a file without its classification',
    (document) => {
      delete file(document)['industryClassification']
    },
    ({ report }) => assert.equal(report.files[0]?.industryClassification, undefined),
  ],
  [
    'a person without a middle name',
    (document) => {
      delete person(document)['middleName']
    },
    ({ report }) => assert.equal(report.parties[0]?.person?.middleName, undefined),
  ],
  [
    'X Corp: null additional informations of a person',
    (document) => {
      named(document, 'X Corp')
      person(document)['additionalInformations'] = null
    },
    ({ report }) => assert.deepEqual(report.parties[0]?.additionalInfo, []),
  ],
]

for (const [name, change, check] of [...providers, ...absences]) {
  test(`the import reads: ${name}`, () => {
    const document = fullDocument()
    change(document)
    const read = importLeJson(bytesOf(document))
    assert.ok(read.ok)
    assert.deepEqual(read.report.unknownFields, [])
    check(read)
  })
}

test('the import reads: a byte order mark', () => {
  const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytesOf(fullDocument())])
  const read = importLeJson(bytes)
  const plain = importLeJson(bytesOf(fullDocument()))
  assert.ok(read.ok && plain.ok)
  assert.deepEqual(read.report, plain.report)
  assert.deepEqual(
    read.notes.map(({ kind }) => kind),
    ['byte order mark'],
  )
})

test('a truncated document is refused with the place where it ends', () => {
  const bytes = Buffer.from(JSON.stringify(fullDocument(), null, 2))
  const read = importLeJson(bytes.subarray(0, 300))
  assert.ok(!read.ok)
  const [problem] = read.problems
  assert.match(problem?.message ?? '', /ends/)
  assert.ok(problem?.line !== undefined && problem.line > 5)
  assert.match(problem?.path ?? '', /^\/reportedInformation/)
})
