/** What waits, and since when: facts of the record, for the supervisor; nothing in it is due. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WaitingFor, WaitingView } from '@opentipline/contract'
import { people, signedIn } from '../faults/support/person.ts'
import { prepareRefusal, whileRefused } from '../faults/support/refuse-entries.ts'
import { startTestServer } from '../support/server.ts'
import { decide, decline, ok, passUndoWindow, readTip, refer, tipMaker } from './support.ts'

const server = await startTestServer()
await prepareRefusal(server.database)
const newTip = await tipMaker(server)
const robin = await signedIn(server, people.wisconsin.id)
const avery = await signedIn(server, 'demo-supervisor-wi')
const casey = await signedIn(server, people.washington.id)
const view = () => ok<WaitingView>(avery.get('/api/waiting'))
const waitsOf = async (tipId: string) => (await view()).rows.find((row) => row.tipId === tipId)
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()

test('each wait is told with what it waits for, who brought it there and since when', async () => {
  const told: [WaitingFor, string | null][] = []
  const tell = async (tipId: string): Promise<void> => {
    const row = await waitsOf(tipId)
    if (row) told.push([row.waits, row.by])
  }
  const { tipId: unseen } = await newTip()
  await tell(unseen)
  const { tipId: seen } = await newTip()
  await readTip(robin, seen)
  await tell(seen)
  const { tipId: held } = await newTip()
  await decide(robin, held, {
    kind: 'hold',
    reasons: ['await-answer'],
    note: 'Synthetic',
    holdUntil: inDays(3),
  })
  await tell(held)
  assert.ok((await waitsOf(held))?.until)
  const { tipId: requested } = await newTip()
  await decide(robin, requested, { kind: 'request', reasons: ['other'], note: 'Synthetic' })
  await tell(requested)
  const { tipId: offered } = await newTip()
  await decide(robin, offered, refer('wa-washington'))
  await tell(offered)
  assert.match((await waitsOf(offered))?.agency ?? '', /Washington/)
  assert.deepEqual(told, [
    ['first look', null],
    ['decision', null],
    ['held', 'Robin Sample'],
    ['request', 'Robin Sample'],
    ['other agency', 'Robin Sample'],
  ])
  await server.database.query(`update tip set held_until = now() - interval '2 hours' where tip_id = $1`, [
    held,
  ])
  const ended = await waitsOf(held)
  assert.deepEqual([ended?.waits, Math.round(ended?.hours ?? 0)], ['hold ended', 2])
})

test('what is decided waits for nothing; the sums count each tip once', async () => {
  const { tipId } = await newTip()
  await decide(robin, tipId, decline)
  assert.equal(await waitsOf(tipId), undefined)
  const { sums, rows } = await view()
  assert.equal(
    sums.reduce((sum, each) => sum + each.tips, 0),
    rows.length,
  )
  assert.equal(new Set(rows.map((row) => row.tipId)).size, rows.length)
  for (const each of sums) assert.equal(each.tips === 0, each.longestHours === null, each.waits)
})

test('an offer waits for an answer there and here, and neither sees the other’s', async () => {
  const { tipId } = await newTip()
  await decide(robin, tipId, refer('wa-washington'))
  await passUndoWindow(server, tipId)
  assert.equal((await waitsOf(tipId))?.waits, 'other agency')
  assert.equal((await casey.get('/api/waiting')).status, 403, 'an officer')
  assert.equal((await robin.get('/api/waiting')).status, 403)
})

test('it is taken out with its entry, and not without', async () => {
  const path = '/api/waiting/export?format=csv&waits=held'
  const proven = () => server.database.query('update session set proven_at = now()')
  await proven()
  const refused = await whileRefused(server.database, 'waiting.exported', () => avery.get(path))
  assert.equal(refused.status, 500)
  const told = await avery.get(path)
  assert.equal(told.status, 200, told.text)
  assert.match(told.text, /Waits for/)
  const entries = await server.database.query(`select from ledger_entry where action = 'waiting.exported'`)
  assert.equal(entries.length, 1)
  const ended = await avery.get('/api/waiting/export?format=csv&waits=hold%20ended')
  assert.match(ended.text, /"Waiting for an answer or records"/, 'a reason is told in words')
  assert.doesNotMatch(ended.text, /await-answer/)
  const spanish = await avery.get('/api/waiting/export?format=csv&language=es&waits=hold%20ended')
  assert.match(spanish.text, /^.?"Aviso","Espera",.*\r\n[^,]*,"una decisión, tras una espera"/, spanish.text)
})
