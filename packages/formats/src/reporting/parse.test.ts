import assert from 'node:assert/strict'
import test from 'node:test'
import { Worker } from 'node:worker_threads'
import fc from 'fast-check'
import { toReport } from './model/to-report.ts'
import { parseDocument } from './parse.ts'
import { checkReportRules, priorReportIds } from './rules/check-report.ts'
import { readDocument } from './read-document.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const now = new Date('2026-08-01T00:00:00Z')
const report = (inside = ''): string =>
  `<report><incidentSummary><incidentType>Child Sex Tourism</incidentType><incidentDateTime>2024-01-01T06:30:15Z</incidentDateTime></incidentSummary><reporter><reportingPerson/></reporter>${inside}</report>`
const parse = (text: string) => parseDocument(bytes(text), { expectedRoot: 'report' })

test('no bytes make the reading throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (sent) => {
      assert.equal(parseDocument(sent, { expectedRoot: 'report' }).ok, false)
    }),
    { numRuns: 500 },
  )
})

test('no damage to a good document makes the reading throw', () => {
  const good = report('<personOrUserReported><espIdentifier>a</espIdentifier></personOrUserReported>')
  const damage = fc.tuple(fc.nat(good.length), fc.nat(12), fc.string({ maxLength: 6 }))
  fc.assert(
    fc.property(damage, ([at, cut, put]) => {
      const result = parse(good.slice(0, at) + put + good.slice(at + cut))
      if (!result.ok) assert.ok(result.problems.length > 0)
    }),
    { numRuns: 1000 },
  )
})

test('a problem is placed at its element by line and by characters, not bytes', () => {
  const text = `<!-- \u{1f40e}\u00e9 -->\n\n${report('\n\u00a0').replace('\u00a0', '<!-- \u{1f40e} --><victim/>')}`
  const result = parse(text)
  assert.ok(!result.ok)
  const [problem] = result.problems
  assert.deepEqual([problem?.line, problem?.column, problem?.path], [4, 11, '/report/victim'])
})

const capture = (port: string): string =>
  `<ipCaptureEvent><ipAddress>192.0.2.1</ipAddress><port>${port}</port></ipCaptureEvent>`

test('one of several like elements is told by its number', () => {
  const result = parse(report(`<personOrUserReported>${capture('1')}${capture('x')}</personOrUserReported>`))
  assert.ok(!result.ok)
  assert.equal(result.problems[0]?.path, '/report/personOrUserReported/ipCaptureEvent[2]/port')
})

test('now itself is past, and the next millisecond is not', () => {
  const at = (moment: Date) => {
    const parsed = parse(report().replace('2024-01-01T06:30:15Z', moment.toISOString()))
    assert.ok(parsed.ok)
    return checkReportRules(parsed.document, { now }).problems.map((problem) => problem.rule)
  }
  assert.deepEqual(at(now), [])
  assert.deepEqual(at(new Date(now.getTime() + 1)), ['past'])
})

test('earlier reports are looked up only where there is something to look them up with', () => {
  const parsed = parse(
    report(
      '<personOrUserReported><priorCTReports> 17 </priorCTReports><priorCTReports>17</priorCTReports><associatedAccount type="Other"><priorCTReport>18</priorCTReport></associatedAccount></personOrUserReported>',
    ),
  )
  assert.ok(parsed.ok)
  assert.deepEqual(priorReportIds(parsed.document), ['17', '18'])
  assert.deepEqual(checkReportRules(parsed.document, { now }).problems, [])
  const verdict = checkReportRules(parsed.document, { now, priorReportExists: (id) => id === '17' })
  assert.deepEqual(
    verdict.problems.map((problem) => problem.message),
    ['There is no report "18"'],
  )
})

test('coordinates that are no numbers are kept as they came, among the unknown fields', () => {
  const text = report().replace(
    '<reporter>',
    '<internetDetails><cellPhoneIncident><latitude>INF</latitude><longitude>1e1</longitude></cellPhoneIncident></internetDetails><reporter>',
  )
  const parsed = parse(text)
  assert.ok(parsed.ok)
  const model = toReport(parsed.document)
  assert.equal(model.internetDetails[0]?.longitude, 10)
  assert.equal(model.internetDetails[0]?.latitude, undefined)
  assert.deepEqual(model.unknownFields, [
    { path: '/report/internetDetails/cellPhoneIncident/latitude', value: 'INF' },
  ])
})

test('no more problems are told than the limit, and a thousand wrong events still come to an end', () => {
  const wrong = '<ipCaptureEvent><ipAddress>x</ipAddress></ipCaptureEvent>'.repeat(1000)
  const result = readDocument(bytes(report(`<personOrUserReported>${wrong}</personOrUserReported>`)), {
    expectedRoot: 'report',
    now,
  })
  assert.ok(!result.ok)
  assert.equal(result.problems.length, 50)
})

test('two worker threads and this one read the same at the same time', async () => {
  const source = `
    const { parentPort, workerData } = require('node:worker_threads')
    import(workerData.module).then(({ readDocument }) => {
      const bytes = new TextEncoder().encode(workerData.text)
      const options = { expectedRoot: 'report', now: new Date(workerData.now) }
      for (let i = 0; i < 50; i += 1) readDocument(bytes, options)
      parentPort.postMessage(readDocument(bytes, options))
    })`
  const text = report('<additionalInfo>Synthetic narrative 17</additionalInfo>')
  const module = new URL('./read-document.ts', import.meta.url).href
  const workers = [1, 2].map(
    () => new Worker(source, { eval: true, workerData: { module, text, now: now.toISOString() } }),
  )
  const answers = await Promise.all(
    workers.map(
      (worker) => new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject)),
    ),
  )
  const here = readDocument(bytes(text), { expectedRoot: 'report', now })
  for (const answer of answers) assert.deepEqual(answer, here)
  await Promise.all(workers.map((worker) => worker.terminate()))
})
