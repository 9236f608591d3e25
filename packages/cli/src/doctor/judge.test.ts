import assert from 'node:assert/strict'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { judgeEvidence } from './evidence.ts'
import { checkKeys } from './folder.ts'
import { checkDesk, checkNode, judgeClock, judgeSpace } from './machine.ts'
import { judgeSource } from './sources.ts'

const nowMs = Date.parse('2026-11-23T12:00:00Z')

test('an old Node, a full disk and a missing desk are problems', () => {
  assert.equal(checkNode('24.0.0').state, 'ok')
  assert.equal(checkNode('22.11.0').state, 'problem')
  assert.equal(judgeSpace(2 ** 34).state, 'ok')
  assert.equal(judgeSpace(2 ** 31).state, 'warning')
  assert.equal(judgeSpace(2 ** 29).state, 'problem')
  assert.equal(checkDesk('/nowhere/index.html').state, 'problem')
})

test('an open incident is a problem, and who could not be asked is not said to be well', () => {
  assert.equal(judgeEvidence({ openIncidents: 0, unfinishedDestructions: 0 }).state, 'ok')
  assert.equal(judgeEvidence({ openIncidents: 1, unfinishedDestructions: 0 }).state, 'problem')
  assert.equal(judgeEvidence({ openIncidents: 0, unfinishedDestructions: 1 }).state, 'warning')
  assert.match(judgeEvidence(undefined).says, /^not checked/)
})

test('a clock before the files of this machine is a problem', () => {
  assert.equal(judgeClock(nowMs, [nowMs - 1, nowMs + 60_000]).state, 'ok')
  assert.equal(judgeClock(nowMs, [nowMs + 3_600_000]).state, 'problem')
})

test('old location data, or data of unknown date, is a warning', () => {
  assert.equal(judgeSource('places', 'Example', '2026-06-05', nowMs).state, 'ok')
  assert.equal(judgeSource('places', 'Example', '2024-06-05', nowMs).state, 'warning')
  assert.equal(judgeSource('places', 'Example', undefined, nowMs).state, 'warning')
})

test('a key that others can read is a problem, and so is a missing one beside stored files', async (t) => {
  const data = await mkdtemp(join(tmpdir(), 'tipline-doctor-'))
  t.after(() => rm(data, { recursive: true }))
  assert.equal((await checkKeys(data)).state, 'ok')
  await mkdir(join(data, 'keys', 'vault'), { recursive: true, mode: 0o700 })
  await writeFile(join(data, 'keys', 'credentials'), 'x', { mode: 0o600 })
  assert.equal((await checkKeys(data)).state, 'ok')
  await chmod(join(data, 'keys', 'credentials'), 0o644)
  assert.equal((await checkKeys(data)).state, 'problem')
  await rm(join(data, 'keys', 'credentials'))
  await mkdir(join(data, 'vault'))
  assert.match((await checkKeys(data)).says, /missing: credentials/)
})
