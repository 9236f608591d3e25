/** Whose a tip is within the agency: an act of a person, seen in the queue, filtered and counted, and no lock. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { QueueFacets, QueuePage } from '@opentipline/contract'
import { people, type SignedIn, signedIn } from '../faults/support/person.ts'
import { prepareRefusal, whileRefused } from '../faults/support/refuse-entries.ts'
import { startTestServer } from '../support/server.ts'
import { decide, decline, ok, readTip, rowOf, tipMaker } from './support.ts'

const server = await startTestServer()
await prepareRefusal(server.database)
const newTip = await tipMaker(server)
const robin = await signedIn(server, people.wisconsin.id)
const avery = await signedIn(server, 'demo-supervisor-wi')
const casey = await signedIn(server, people.washington.id)
const assign = (who: SignedIn, tipId: string, personId: string | null) =>
  who.post(`/api/tips/${tipId}/assign`, { personId })
const counted = async (who: SignedIn, value: string): Promise<number> =>
  (await ok<QueueFacets>(who.get('/api/queue/facets'))).facets['who']?.find((each) => each.value === value)
    ?.tips ?? 0
const listed = async (who: SignedIn, value: string): Promise<string[]> =>
  (await ok<QueuePage>(who.get(`/api/tips?who=${value}&limit=100`))).rows.map((row) => row.tipId)

test('a supervisor assigns; the row, the filter and the count say so, each to each reader', async () => {
  const { tipId } = await newTip()
  const { tipId: other } = await newTip()
  assert.equal((await rowOf(robin, tipId))?.assigned ?? null, null)
  await ok(assign(avery, tipId, people.wisconsin.id))
  assert.deepEqual((await rowOf(robin, tipId))?.assigned, { name: 'Robin Sample', own: true })
  assert.deepEqual((await readTip(avery, tipId)).row.assigned, { name: 'Robin Sample', own: false })
  for (const [who, value] of [
    [robin, 'mine'],
    [avery, 'colleague'],
  ] as const) {
    assert.deepEqual(await listed(who, value), [tipId])
    assert.equal(await counted(who, value), 1)
  }
  assert.ok((await listed(robin, 'nobody')).includes(other))
  assert.equal(await counted(robin, 'nobody'), (await listed(robin, 'nobody')).length)
})

test('it locks nobody out, is taken back with its entry and not without, and goes to no stranger', async () => {
  const { tipId } = await newTip()
  await ok(assign(robin, tipId, people.wisconsin.id))
  const refused = await whileRefused(server.database, 'tip.unassigned', () => assign(avery, tipId, null))
  assert.equal(refused.status, 500)
  assert.equal((await rowOf(robin, tipId))?.assigned?.own, true)
  for (const stranger of [people.washington.id, 'demo-administrator-wi', 'nobody'])
    assert.equal((await assign(avery, tipId, stranger)).status, 400, stranger)
  assert.equal((await assign(casey, tipId, people.washington.id)).status, 404)
  await decide(avery, tipId, decline)
  await ok(assign(avery, tipId, null))
  assert.equal((await rowOf(robin, tipId))?.assigned ?? null, null)
})
