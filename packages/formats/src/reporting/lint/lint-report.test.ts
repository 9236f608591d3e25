import assert from 'node:assert/strict'
import test from 'node:test'
import { lintReport } from './lint-report.ts'

const now = new Date('2026-08-01T00:00:00Z')
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const report = (inside: string, time = '2024-01-01T06:30:15Z'): string =>
  `<report>\n  <incidentSummary><incidentType>Child Sex Tourism</incidentType><incidentDateTime>${time}</incidentDateTime></incidentSummary>\n  <reporter><reportingPerson/></reporter>\n  ${inside}</report>`
const details = '<fileDetails><reportId>1</reportId><fileId>a</fileId></fileDetails>'
const lint = (...documents: string[]) =>
  lintReport(
    documents.map((text, index) => ({ name: `document ${index}`, bytes: bytes(text) })),
    { now },
  )

test('a thin report has no error, one warning and much advice', () => {
  const result = lint(report(''))
  assert.deepEqual(result.errors, [])
  assert.deepEqual(
    result.warnings.map((warning) => [warning.rule, warning.line, warning.column]),
    [['reporter-email-required', 3, 13]],
  )
  assert.deepEqual(
    result.advice.map((entry) => entry.id),
    ['incident-description', 'incident-time-meaning', 'internet-details', 'reported-person'],
  )
})

test('advice asks for the exact time, the port and the event of a network address', () => {
  const party =
    '<personOrUserReported><espIdentifier>a</espIdentifier><ipCaptureEvent><ipAddress>192.0.2.1</ipAddress></ipCaptureEvent></personOrUserReported>'
  const ids = lint(report(party, '2024-01-01T00:00:00Z')).advice.map((entry) => entry.id)
  for (const id of ['incident-time-exact', 'ip-time', 'ip-port', 'ip-event', 'contact-identifier'])
    assert.ok(ids.includes(id), id)
  assert.ok(!ids.includes('account-identifier'))
})

test('file details are told apart by their root and advised on their own', () => {
  const result = lint(report(''), details)
  assert.deepEqual(result.errors, [])
  const ids = result.advice.filter((entry) => entry.document === 'document 1').map((entry) => entry.id)
  assert.deepEqual(ids, ['file-viewed', 'file-public', 'file-upload-time', 'file-ip', 'file-name'])
})

test('file details beside a batched report are judged by the rules of the batch', () => {
  const batch = report('').replace('<report>', '<report><batchedReport reason="VIRAL_POTENTIAL_MEME"/>')
  assert.deepEqual(
    lint(details, batch).errors.map((error) => [error.document, error.rule, error.code]),
    [['document 0', 'batched-file-details', 4100]],
  )
})

test('an error says the line, column, element and rule', () => {
  const result = lint(report('<personOrUserReported><profileUrl>a b</profileUrl></personOrUserReported>'))
  const [error] = result.errors
  assert.deepEqual([error?.line, error?.column, error?.element, error?.rule], [4, 25, 'profileUrl', 'url'])
  assert.equal(error?.path, '/report/personOrUserReported/profileUrl')
})

test('what cannot be read is an error of its own document only', () => {
  const result = lint('<report', report(''))
  assert.deepEqual(
    result.errors.map((error) => [error.document, error.code]),
    [['document 0', 4110]],
  )
  assert.ok(result.advice.length > 0)
})

test('invariant 7: no advice tells a provider to search, scan or monitor, and each speaks of what it already holds', () => {
  const party =
    '<personOrUserReported><ipCaptureEvent><ipAddress>192.0.2.1</ipAddress></ipCaptureEvent></personOrUserReported>'
  const all = [...lint(report(''), details).advice, ...lint(report(party, '2024-01-01T00:00:00Z')).advice]
  assert.ok(new Set(all.map((entry) => entry.id)).size >= 12)
  for (const entry of all) {
    assert.match(entry.says, /If you already hold it, /)
    assert.doesNotMatch(entry.says, /search|scan|monitor|look for|investigat|check|find|review|inspect/i)
  }
})
