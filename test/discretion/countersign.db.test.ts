/** Decisions that wait for a second person, reasons of an agency's own, what was in force, and who is on a tip. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DecisionView, OwnReason, ReasonList } from '@opentipline/contract'
import { people, type SignedIn, signedIn } from '../faults/support/person.ts'
import { prepareRefusal, whileRefused } from '../faults/support/refuse-entries.ts'
import { startTestServer } from '../support/server.ts'
import { decide, decline, ok, passUndoWindow, readTip, refer, rowOf, tipMaker } from './support.ts'

const server = await startTestServer()
await prepareRefusal(server.database)
const newTip = await tipMaker(server)
const robin = await signedIn(server, people.wisconsin.id)
const avery = await signedIn(server, 'demo-supervisor-wi')
const skyler = await signedIn(server, 'demo-administrator-wi')
const casey = await signedIn(server, people.washington.id)
const setRule = (rule: string, value: unknown) =>
  ok(skyler.post(`/api/agency-rules/${rule}`, { value, because: 'Synthetic reason' }))
const sign = (who: SignedIn, decisionId: string, verdict: 'given' | 'refused', because = '') =>
  who.post(`/api/decisions/${decisionId}/countersign`, { verdict, because })

test('where no rule asks, nothing waits', async () => {
  const { tipId } = await newTip()
  const decision = await decide(robin, tipId, decline)
  assert.equal(decision.countersign, null)
  assert.equal((await sign(avery, decision.decisionId, 'given')).status, 409)
})

test('a decision of a kind that asks for it waits, takes effect when a second person agrees, and tells who for ever', async () => {
  await setRule('countersign-kinds', ['decline', 'refer'])
  const { tipId } = await newTip()
  const decision = await decide(robin, tipId, decline)
  assert.deepEqual([decision.takesEffectAt, decision.countersign?.state], [null, 'waiting'])
  assert.deepEqual(await rowOf(avery, tipId).then((row) => [row?.state, row?.lane]), ['waiting', 'held'])
  assert.equal((await sign(robin, decision.decisionId, 'given')).status, 403, 'nobody countersigns their own')
  assert.equal((await sign(casey, decision.decisionId, 'given')).status, 404)
  assert.equal((await sign(skyler, decision.decisionId, 'given')).status, 403)
  const signed = await ok<DecisionView>(sign(avery, decision.decisionId, 'given', 'Synthetic'))
  assert.notEqual(signed.takesEffectAt, null)
  assert.deepEqual([signed.countersign?.state, signed.countersign?.by], ['given', 'Avery Placeholder'])
  assert.equal((await rowOf(robin, tipId))?.state, 'declined')
  assert.equal((await sign(avery, decision.decisionId, 'given')).status, 409, 'twice')
  await ok(robin.post(`/api/tips/${tipId}/reopen`, { note: '' }))
  assert.equal((await readTip(robin, tipId)).decisions[0]?.countersign?.by, 'Avery Placeholder')
})

test('refused, it returns with the reason; the tip stands as it stood', async () => {
  const { tipId } = await newTip()
  const { decisionId } = await decide(robin, tipId, decline)
  assert.equal((await sign(avery, decisionId, 'refused')).status, 400, 'without a reason')
  await ok(sign(avery, decisionId, 'refused', 'Synthetic refusal'))
  assert.equal((await rowOf(robin, tipId))?.state, 'open')
  const [decision] = (await readTip(robin, tipId)).decisions
  assert.deepEqual(
    [decision?.countersign?.state, decision?.countersign?.because, decision?.takesEffectAt],
    ['refused', 'Synthetic refusal', null],
  )
  assert.equal((await robin.post(`/api/decisions/${decisionId}/undo`)).status, 409, 'it was answered')
})

test('the first person is not held up: takes it back, decides anew, writes; a colleague answers first', async () => {
  const { tipId } = await newTip()
  const first = await decide(robin, tipId, decline)
  assert.equal((await avery.post(`/api/tips/${tipId}/decisions`, decline)).status, 409)
  await ok(robin.post(`/api/tips/${tipId}/notes`, { text: 'Synthetic note' }))
  const second = await decide(robin, tipId, decline)
  assert.equal((await sign(avery, first.decisionId, 'given')).status, 409, 'it was replaced')
  await ok(robin.post(`/api/decisions/${second.decisionId}/undo`))
  assert.equal((await rowOf(robin, tipId))?.state, 'open')
  const third = await decide(robin, tipId, { kind: 'pursue', reasons: ['linked-case'], note: '' })
  assert.equal(third.countersign, null, 'of another kind')
})

test('a referral is not offered before the second person agreed', async () => {
  const { tipId, reportId } = await newTip()
  const { decisionId } = await decide(robin, tipId, refer('wa-washington'))
  const offers = () =>
    server.database.query('select from tip where report_id = $1 and agency_id = $2', [
      reportId,
      'wa-washington',
    ])
  assert.equal((await offers()).length, 0)
  await ok(sign(avery, decisionId, 'given'))
  await passUndoWindow(server, tipId)
  assert.equal((await offers()).length, 1)
  assert.equal((await rowOf(robin, tipId))?.state, 'offered')
})

test('only in the bands that the rule names', async () => {
  const { tipId } = await newTip()
  const [row] = await server.database.query<{ band_rank: number }>(
    'select band_rank from tip where tip_id = $1',
    [tipId],
  )
  await setRule('countersign-top-bands', 1)
  const decision = await decide(robin, tipId, decline)
  assert.equal(decision.countersign === null, (row?.band_rank ?? 0) >= 1)
  await setRule('countersign-top-bands', 20)
  const { tipId: other } = await newTip()
  assert.equal((await decide(robin, other, decline)).countersign?.state, 'waiting')
  await setRule('countersign-top-bands', 0)
})

test('a countersignature is not given without its entry, and not by SQL for oneself', async () => {
  const { tipId } = await newTip()
  const { decisionId } = await decide(robin, tipId, decline)
  const told = await whileRefused(server.database, 'tip.countersigned', () =>
    sign(avery, decisionId, 'given'),
  )
  assert.equal(told.status, 500)
  assert.equal((await rowOf(robin, tipId))?.state, 'waiting')
  await assert.rejects(
    server.database.query('update decision set takes_effect_at = now() where decision_id = $1', [decisionId]),
    { code: '23514' },
  )
})

test('an agency’s own reason is chosen, told in words, retired, and stays on what was decided with it', async () => {
  await setRule('countersign-kinds', [])
  assert.equal(
    (await robin.post('/api/reasons', { kind: 'decline', words: 'Synthetic own reason' })).status,
    403,
  )
  const made = await ok<OwnReason>(
    skyler.post('/api/reasons', { kind: 'decline', words: 'Synthetic own reason' }),
  )
  assert.equal(
    (await skyler.post('/api/reasons', { kind: 'decline', words: 'synthetic OWN reason' })).status,
    409,
  )
  const wish = { kind: 'decline', reasons: [made.code], note: '' }
  const { tipId } = await newTip()
  const decision = await decide(robin, tipId, wish)
  assert.deepEqual(decision.ownReasons, { [made.code]: 'Synthetic own reason' })
  const { tipId: other } = await newTip()
  assert.equal(
    (await robin.post(`/api/tips/${other}/decisions`, { ...wish, kind: 'pursue' })).status,
    400,
    'of another kind',
  )
  await ok(skyler.post(`/api/reasons/${made.reasonId}/retire`))
  assert.equal((await robin.post(`/api/tips/${other}/decisions`, wish)).status, 400, 'retired')
  assert.deepEqual((await readTip(robin, tipId)).decisions[0]?.ownReasons, {
    [made.code]: 'Synthetic own reason',
  })
  assert.equal((await ok<ReasonList>(casey.get('/api/reasons'))).own.length, 0)
  assert.equal((await skyler.post(`/api/reasons/${made.reasonId}/retire`)).status, 409)
})

test('a decision keeps what was in force: the list of reasons and the agency’s rules by version', async () => {
  const { tipId } = await newTip()
  const before = await decide(robin, tipId, decline)
  await setRule('lease-minutes', 30)
  const { tipId: other } = await newTip()
  const after = await decide(robin, other, decline)
  assert.equal(before.inForce?.rules?.['lease-minutes'], undefined)
  assert.equal(after.inForce?.rules?.['lease-minutes'], 1)
  assert.ok((after.inForce?.reasons ?? 0) >= 1)
})

test('who is on a tip shows to the agency, forbids nobody to read, and is taken over only by saying so', async () => {
  const { tipId } = await newTip()
  const lease = (who: SignedIn, body: unknown = {}) => who.post(`/api/tips/${tipId}/lease`, body)
  await ok(lease(robin))
  assert.deepEqual(await rowOf(avery, tipId).then((row) => [row?.lease?.by, row?.lease?.own]), [
    'Robin Sample',
    false,
  ])
  assert.equal((await readTip(robin, tipId)).row.lease?.own, true)
  const told = await lease(avery)
  assert.equal(told.status, 409)
  assert.match(told.text, /Robin Sample is on this tip until \d{4}-\d\d-\d\d \d\d:\d\d UTC\./)
  await ok(avery.post(`/api/tips/${tipId}/notes`, { text: 'Synthetic note' }))
  const decided = await avery.post(`/api/tips/${tipId}/decisions`, decline)
  assert.equal(decided.status, 409)
  assert.match(decided.text, /"leased"/)
  await ok(lease(avery, { takeOver: true }))
  assert.equal((await rowOf(robin, tipId))?.lease?.by, 'Avery Placeholder')
  const left = await robin.post(`/api/tips/${tipId}/lease/release`)
  assert.deepEqual(
    [left.status, /"by":"Avery Placeholder","own":false/.test(left.text)],
    [200, true],
    left.text,
  )
  assert.equal(
    (await rowOf(robin, tipId))?.lease?.by,
    'Avery Placeholder',
    'nobody ends a colleague’s by leaving',
  )
  assert.equal((await lease(casey)).status, 404)
  await ok(robin.post(`/api/tips/${tipId}/decisions`, { ...decline, takeOver: true }))
  assert.equal((await rowOf(robin, tipId))?.lease ?? null, null, 'a decision ends it')
})

test('a lease ends by itself', async () => {
  const { tipId } = await newTip()
  await ok(robin.post(`/api/tips/${tipId}/lease`))
  await server.database.query(
    `update tip_lease set taken_at = now() - interval '1 hour', until = now() - interval '1 second' where tip_id = $1`,
    [tipId],
  )
  assert.equal((await rowOf(avery, tipId))?.lease ?? null, null)
  await ok(avery.post(`/api/tips/${tipId}/lease`))
  const refused = await whileRefused(server.database, 'tip.lease-released', () =>
    avery.post(`/api/tips/${tipId}/lease/release`),
  )
  assert.equal(refused.status, 500)
  assert.equal((await rowOf(avery, tipId))?.lease?.own, true)
})
