import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { installAdvice } from './prerequisites.ts'
import { checkResult } from './run-check.ts'
import { deskResult } from './run-desk.ts'
import { runFile } from './run-file.ts'
import { emptyFolders, jobsOf, strayFiles } from './suites.ts'
import { closingLine, failedResult, isGood, type Result } from './tally.ts'

/** Runs a test file with this text, as `npm test` does. */
const runText = (t: TestContext, text: string, timeoutMs = 60_000): Promise<Result> => {
  const scratch = mkdtempSync(join(tmpdir(), 'tl-'))
  t.after(() => rmSync(scratch, { recursive: true }))
  const file = join(scratch, 'a.test.mjs')
  writeFileSync(file, `import { test, describe, before } from 'node:test'\n${text}`)
  return runFile(file, 'a', { env: {}, timeoutMs, scratch })
}
const counts = ({ passed, failed, skipped }: Result) => [passed, failed, skipped]

test('tests that pass, fail and are skipped are counted, and a failure is told in full', async (t) => {
  const result = await runText(
    t,
    `test('good', () => {}); test('later', { skip: true }, () => {}); test('some day', { todo: true }, () => {})
     describe('group', () => { test('bad', () => { throw new Error('because of this') }) })`,
  )
  assert.deepEqual(counts(result), [1, 1, 2])
  assert.match(result.failures.join('\n'), /bad \(line 3\)[\s\S]*because of this/)
})

test('a file that runs no test has failed', async (t) => {
  const result = await runText(t, '')
  assert.deepEqual(counts(result), [0, 1, 0])
  assert.match(result.failures[0] ?? '', /ran no test/)
})

test('a file that cannot be loaded has failed, with its reason', async (t) => {
  const result = await runText(t, `import './missing.mjs'`)
  assert.deepEqual(counts(result), [0, 1, 0])
  assert.match(result.failures[0] ?? '', /ERR_MODULE_NOT_FOUND/)
})

test('a process that fails beside its tests has failed', async (t) => {
  const result = await runText(
    t,
    `test('good', () => {}); process.on('exit', () => { process.exitCode = 3 })`,
  )
  assert.deepEqual(counts(result), [1, 1, 0])
})

test('what throws after the last test is told, with everything that the process wrote', async (t) => {
  const result = await runText(
    t,
    `import { after } from 'node:test'
     test('good', () => { setTimeout(() => { throw new Error('too late') }, 20) })
     after(() => new Promise((resolve) => setTimeout(resolve, 200)))
     process.on('exit', () => { console.error('x\\n'.repeat(20000)); console.error('the last line') })`,
  )
  assert.deepEqual(counts(result), [1, 1, 0])
  assert.match(result.failures.join('\n'), /too late[\s\S]*the last line/)
})

test('a hook of a suite that fails is a failure', async (t) => {
  const result = await runText(
    t,
    `describe('group', () => { before(() => { throw new Error('no') }); test('x', () => {}) })`,
  )
  assert.ok(result.failed >= 1)
  assert.equal(result.passed, 0)
})

test('a file that does not end is ended and has failed', async (t) => {
  const result = await runText(t, `test('good', () => {}); setInterval(() => {}, 1000)`, 3_000)
  assert.equal(result.failed, 1)
  assert.match(result.failures.join('\n'), /did not end within 3 s/)
})

test('the closing line has the sums, and the skipped only if there are any', () => {
  const good: Result = { name: 'a', passed: 2, failed: 0, skipped: 0, failures: [], tookMs: 1 }
  assert.equal(closingLine([good, good]), '4 passed, 0 failed')
  assert.equal(
    closingLine([{ ...good, skipped: 1 }, failedResult('b', 'c')]),
    '2 passed, 1 failed, 1 skipped',
  )
  assert.deepEqual([isGood([good]), isGood([]), isGood([good, failedResult('b', 'c')])], [true, false, false])
  assert.equal(isGood([{ ...good, passed: 0, skipped: 1 }]), false)
})

test('a desk run without tests, or that failed beside them, has failed', () => {
  const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 }
  assert.deepEqual(counts(deskResult('d', report, 0, '', 1)), [3, 0, 1])
  assert.deepEqual(counts(deskResult('d', report, 1, '', 1)), [3, 1, 1])
  assert.deepEqual(counts(deskResult('d', { ...report, numPassedTests: 0 }, 0, '', 1)), [0, 1, 1])
})

test('each check counts, and a check command that broke has failed', () => {
  assert.deepEqual(counts(checkResult('ok    a (1 s)\nFAULT b (1 s)\n', 1, 1)), [1, 1, 0])
  assert.deepEqual(counts(checkResult('ok    a (1 s)\nError', 1, 1)), [0, 1, 0])
})

test('files that need a database run on both, in the order of the folders, and faults can be left out', () => {
  const files = [
    'packages/a.db.test.ts',
    'packages/b.test.ts',
    'test/faults/c.db.test.ts',
    'test/journeys/d.test.ts',
  ]
  const shown = (faults: boolean) =>
    jobsOf(files, { faults }).map(({ file, database }) => `${file} ${database}`)
  const always = [
    'packages/a.db.test.ts embedded',
    'packages/a.db.test.ts system',
    'packages/b.test.ts embedded',
    'test/journeys/d.test.ts embedded',
  ]
  assert.deepEqual(shown(false), always)
  assert.deepEqual(shown(true), [
    ...always,
    'test/faults/c.db.test.ts embedded',
    'test/faults/c.db.test.ts system',
  ])
})

test('a folder without a test is found', () => {
  const empty = emptyFolders(['packages/a.test.ts', 'test/faults/b.db.test.ts'])
  assert.ok(empty.includes('test/journeys') && !empty.includes('packages') && !empty.includes('test/faults'))
})

test('a test file that would never run is found', () => {
  const known = ['packages/a.test.ts', 'test/faults/b.db.test.ts', 'test/judgement/c.test.ts']
  assert.deepEqual(strayFiles([...known, 'test/new/d.test.ts']), ['test/new/d.test.ts'])
})

test('what is missing is told with the command that installs it', () => {
  const advice = installAdvice([{ what: 'Chromium', packages: ['chromium'] }])
  assert.match(advice, /apt-get install -y --no-install-recommends chromium/)
})
