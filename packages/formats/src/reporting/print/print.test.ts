import assert from 'node:assert/strict'
import test from 'node:test'
import { emptyReport, type Party, type Report } from '@opentipline/contract'
import { UnprintableError } from '../xml/write.ts'
import { lostInPrinting } from './lost-in-printing.ts'
import { printReport } from './print-report.ts'

const party = (role: Party['role'], more: Partial<Party> = {}): Party => ({
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
const report = (parties: Party[]): Report => ({
  ...emptyReport('reporting-xml'),
  incident: { annotations: ['spam'], type: 'Child Sex Tourism', at: '2024-01-01T00:00:00Z' },
  reporter: { espName: 'Synthetic Provider', person: { phones: [], emails: [], addresses: [] } },
  parties,
})

test('a report within what the document can say loses nothing', () => {
  const full = report([
    party('child', { schoolName: 'S', person: { phones: [], emails: [], addresses: [] } }),
    party('reported', { espIdentifier: 'a' }),
  ])
  assert.deepEqual(lostInPrinting(full), [])
})

test('what the document has no place for is told, not dropped unseen', () => {
  const person = { phones: [], emails: [], addresses: [], preferredName: 'P' }
  const lost = lostInPrinting(report([party('reported', { person, statements: { occupation: 'x' } })]))
  assert.deepEqual(lost.toSorted(), ['/parties/0/person/preferredName', '/parties/0/statements/occupation'])
})

test('parties are printed by role in the order of the schema', () => {
  const printed = printReport(report([party('child'), party('recipient'), party('reported')]))
  assert.match(printed, /<personOrUserReported>.*<intendedRecipient>.*<victim><victimPerson>/)
})

test('a character that XML cannot carry is an error that names the element, never a silent change', () => {
  for (const text of ['a\u0000b', '\u0008', '\ud800', '\uffff'])
    assert.throws(
      () => printReport(report([party('reported', { screenName: text })])),
      (error) => error instanceof UnprintableError && error.element === 'screenName',
    )
})
