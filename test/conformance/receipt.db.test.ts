import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { parseVerifierKey, verifyReceipt } from '@opentipline/ledger'
import pg from 'pg'
import { eventually, startTestServer, type TestCredential } from '../support/server.ts'
import { callerOf, openReport } from './calls.ts'

const server = await startTestServer()
const credential = await server.addProvider('Example Provider')
const caller = callerOf(server.address, credential.authorization)

const finishOne = async (): Promise<string> => {
  const reportId = await openReport(caller)
  await caller.form('/finish', { id: reportId })
  return reportId
}
const ask = (id: string, who: Pick<TestCredential, 'authorization'> = credential) =>
  fetch(`${server.address}/ispws-ext/receipt?id=${id}`, { headers: { authorization: who.authorization } })
const verifierKey = (await (await fetch(`${server.address}/ledger/key`)).text()).trim()

/** What the sequencer holds while it works: held by another, nothing is placed or signed. */
const sequencerLock = 7_415_002

const reportId = await finishOne()
const receipt = await eventually(async () => {
  const answer = await ask(reportId)
  return answer.status === 200 ? answer.text() : undefined
})

test('a receipt proves by the key alone that the report was finished', () => {
  const key = parseVerifierKey(verifierKey)
  const verdict = verifyReceipt(receipt, { origin: key.name, logKeys: [key] })
  assert.ok(verdict.ok)
  assert.equal(verdict.entry.action, 'report.finished')
  assert.deepEqual(verdict.entry.object, { kind: 'report', id: reportId })
  assert.deepEqual(verdict.entry.actor, { kind: 'provider', id: String(credential.providerId) })
})

test('until a checkpoint covers the finish, the answer is a plain not yet', async () => {
  const holder = new pg.Client({ connectionString: server.database.url })
  await holder.connect()
  await holder.query('select pg_advisory_lock($1)', [sequencerLock])
  try {
    const waiting = await finishOne()
    const answer = await ask(waiting)
    assert.equal(answer.status, 503)
    assert.equal(answer.headers.get('retry-after'), '10')
    const problem: unknown = await answer.json()
    assert.partialDeepStrictEqual(problem, { code: 'not-ready' })
  } finally {
    await holder.end()
  }
})

test('only the account and environment that filed the report gets its receipt', async () => {
  const other = await server.addProvider('Another Provider')
  assert.equal((await ask(reportId, other)).status, 404)
  const rehearsal = await server.addProvider('Example Provider', 'test')
  assert.equal((await ask(reportId, rehearsal)).status, 404)
  const nobody = await ask(reportId, { authorization: 'Basic eDp5' })
  assert.equal(nobody.status, 401)
  assert.match(nobody.headers.get('www-authenticate') ?? '', /^Basic/)
})

test('there is no receipt for a report that is open or retracted, and none for what is no number', async () => {
  const open = await openReport(caller)
  assert.equal((await ask(open)).status, 409)
  await caller.form('/retract', { id: open })
  assert.equal((await ask(open)).status, 409)
  assert.equal((await ask('0x10')).status, 400)
  assert.equal((await ask('999999999')).status, 404)
})

test('the finish of a test credential has a receipt as well, so that a rehearsal is whole', async () => {
  const rehearsal = await server.addProvider('Example Provider', 'test')
  const trial = callerOf(server.address, rehearsal.authorization)
  const id = await openReport(trial)
  await trial.form('/finish', { id })
  const given = await eventually(async () => {
    const answer = await ask(id, rehearsal)
    return answer.status === 200 ? answer.text() : undefined
  })
  const key = parseVerifierKey(verifierKey)
  const verdict = verifyReceipt(given, { origin: key.name, logKeys: [key] })
  assert.ok(verdict.ok)
  assert.equal(verdict.entry.details.environment, 'test')
})

/** The server runs in this process, so the command must not be waited for by standing still. */
const command = async (...words: string[]) => {
  const child = spawn(process.execPath, ['packages/cli/bin/tipline.mjs', ...words])
  const ended = once(child, 'close')
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  const [status]: unknown[] = await ended
  return { status, stdout, stderr }
}

test('tipline receipt verify tells what a receipt proves, and that an altered one proves nothing', async () => {
  const file = join(server.dataDir, 'receipt')
  await writeFile(file, receipt)
  const good = await command('receipt', 'verify', file, '--key', verifierKey)
  assert.equal(good.status, 0, good.stderr)
  assert.match(good.stdout, new RegExp(`report\\.finished of report ${reportId}`))
  await writeFile(
    file,
    receipt.replace(/^index (\d+)$/m, (_, index: string) => `index ${Number(index) + 1}`),
  )
  const altered = await command('receipt', 'verify', file, '--key', verifierKey, '--json')
  assert.equal(altered.status, 4, altered.stderr)
  assert.partialDeepStrictEqual(JSON.parse(altered.stdout), { ok: false })
})

test('tipline ledger export and verify work beside the running server', async () => {
  const folder = join(server.dataDir, 'exported')
  const exported = await command('ledger', 'export', folder, '--data', server.dataDir)
  assert.equal(exported.status, 0, exported.stderr)
  assert.equal((await command('ledger', 'verify', folder, '--key', verifierKey)).status, 0)
  const whole = await command('ledger', 'verify', '--data', server.dataDir, '--json')
  assert.equal(whole.status, 0, whole.stderr)
  assert.equal(JSON.parse(whole.stdout).problemCount, 0)
  assert.notEqual((await command('ledger', 'export', folder, '--data', server.dataDir)).status, 0)
})
