/** Re-reading: drawn by the agency's rule, read blind by somebody else, counted as a range, and nothing is decided by it. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import type { BlindReading, MissRates, SampleDraw, SampleDrawList, Sampling } from '@opentipline/contract'
import { asRole, refusedByPrivilege, outcomeOf } from '../faults/support/as-role.ts'
import { people, type SignedIn, signedIn } from '../faults/support/person.ts'
import { prepareRefusal, whileRefused } from '../faults/support/refuse-entries.ts'
import { startTestServer } from '../support/server.ts'
import { decide, decline, ok, readTip, rowOf, tipMaker } from './support.ts'

const hex = (text: string): string => createHash('sha256').update(text).digest('hex')

const server = await startTestServer()
await prepareRefusal(server.database)
const newTip = await tipMaker(server)
const robin = await signedIn(server, people.wisconsin.id)
const avery = await signedIn(server, 'demo-supervisor-wi')
const skyler = await signedIn(server, 'demo-administrator-wi')
const casey = await signedIn(server, people.washington.id)
const setRule = (rule: string, value: unknown) =>
  ok(skyler.post(`/api/agency-rules/${rule}`, { value, because: 'Synthetic reason' }))
const draw = () => avery.post('/api/sampling/draws')
const sampling = (who: SignedIn) => ok<Sampling>(who.get('/api/sampling'))
const rates = async (pool: string) =>
  (await ok<MissRates>(avery.get('/api/sampling/miss-rates'))).rates.find((each) => each.pool === pool)
const act = (who: SignedIn, itemId: string, what: string, body: unknown = {}) =>
  who.post(`/api/sampling/readings/${itemId}/${what}`, body)
const judge = (who: SignedIn, itemId: string, verdict: string) =>
  act(who, itemId, 'judge', { verdict, note: 'Synthetic finding' })

/** Tips that Robin declined: none of them is Robin's to re-read. */
const declinedByRobin = async (count: number): Promise<string[]> => {
  const made: string[] = []
  for (let n = 0; n < count; n += 1) {
    const { tipId } = await newTip()
    await decide(robin, tipId, { ...decline, note: 'Synthetic secret reason' })
    made.push(tipId)
  }
  await server.database
    .query(
      `update decision set decided_at = decided_at - interval '1 hour', takes_effect_at = takes_effect_at - interval '1 hour'`,
      [],
    )
    .catch(async () => {
      // The trigger of decisions forbids it, rightly; the clock of the test does it instead.
      await server.database.query('alter table decision disable trigger decision_guard')
      await server.database.query(
        `update decision set decided_at = decided_at - interval '1 hour', takes_effect_at = takes_effect_at - interval '1 hour'`,
      )
      await server.database.query('alter table decision enable trigger decision_guard')
    })
  return made
}

test('nothing is drawn before the agency sets a share, and an officer draws nothing', async () => {
  await declinedByRobin(1)
  const told = await draw()
  assert.equal(told.status, 409, told.text)
  await setRule('sampling-percent', 100)
  await setRule('sampling-days', 0)
  await setRule('sampling-from', ['declined'])
  assert.equal((await robin.post('/api/sampling/draws')).status, 403)
  assert.equal((await casey.post('/api/sampling/draws')).status, 403)
})

test('what was drawn can be drawn again with no code of ours: from seed, list and SHA-256 alone', async () => {
  await declinedByRobin(4)
  await setRule('sampling-percent', 40)
  const drawn = await ok<SampleDraw>(draw())
  const { pools } = await ok<SampleDrawList>(avery.get(`/api/sampling/draws/${drawn.drawId}`))
  const declined = pools.find(({ pool }) => pool === 'declined')
  assert.ok(declined && declined.tipIds.length === 5)
  const tickets = declined.tipIds.toSorted((a, b) =>
    hex(`${drawn.seed}:${a}`) < hex(`${drawn.seed}:${b}`) ? -1 : 1,
  )
  assert.deepEqual(new Set(tickets.slice(0, Math.ceil(5 * 0.4))), new Set(declined.drawn))
  const [entry] = await server.database.query<{ details: Record<string, unknown> }>(
    `select convert_from(canonical, 'UTF8')::jsonb->'details' as details from ledger_entry where action = 'sample.drawn'`,
  )
  assert.equal(entry?.details.seed, drawn.seed)
  assert.equal(
    entry?.details.declinedSha256,
    hex(
      declined.tipIds
        .toSorted()
        .map((id) => `${id}\n`)
        .join(''),
    ),
  )
  assert.equal((await robin.get(`/api/sampling/draws/${drawn.drawId}`)).status, 403)
})

test('who decided, and who looked at the list, re-reads nothing of it; another agency sees nothing', async () => {
  const { toRead, forOthers } = await sampling(robin)
  assert.deepEqual([toRead.length, forOthers], [0, 2])
  assert.equal((await sampling(avery)).toRead.length, 0, 'Avery took the list in the test before')
  const [item] = await server.database.query<{ item_id: string }>(
    'select item_id from sample_item order by item_id limit 1',
  )
  for (const who of [robin, avery]) assert.equal((await act(who, item?.item_id ?? '', 'take')).status, 403)
  assert.equal((await act(casey, item?.item_id ?? '', 'take')).status, 404)
  assert.deepEqual((await sampling(casey)).draws, [])
  const robinAs = { agencies: '{wi-wisconsin}', person: people.wisconsin.id }
  assert.equal(
    await outcomeOf(
      server.database.url,
      'tipline_desk',
      robinAs,
      `update sample_item set reader_id = $1, taken_at = now() where item_id = $2 returning 1`,
      [people.wisconsin.id, item?.item_id],
    ),
    'accepted (0 rows)',
    'nor in SQL',
  )
})

test('a re-reading shows what was received and found, and nothing of what was made of it, on no page', async () => {
  await setRule('sampling-percent', 100)
  await declinedByRobin(1)
  await ok(draw())
  const [first] = (await sampling(avery)).toRead
  const [drawn] = await server.database.query<{ tip_id: string }>(
    'select tip_id from sample_item where item_id = $1',
    [first?.itemId],
  )
  const tipId = drawn?.tip_id ?? ''
  const before = await readTip(robin, tipId)
  assert.ok(
    first && Object.keys(first).toSorted().join() === 'drawnAt,itemId,own',
    'no more than that it was drawn',
  )
  const taken = await act(avery, first.itemId, 'take')
  const blind = await ok<BlindReading>(Promise.resolve(taken))
  assert.deepEqual(Object.keys(blind).toSorted(), [
    'findings',
    'identifiers',
    'itemId',
    'places',
    'report',
    'seenBefore',
  ])
  assert.equal(blind.report.parties.length, before.report.parties.length)
  for (const hidden of ['Synthetic secret reason', 'declined', 'decline', 'Robin Sample', '"risk"', '"band"'])
    assert.ok(!taken.text.includes(hidden), `${hidden} is told`)
  for (const path of ['', '/assessments', '/amendments'])
    assert.equal((await avery.get(`/api/tips/${tipId}${path}`)).status, 409, path)
  assert.equal((await avery.post(`/api/tips/${tipId}/decisions`, decline)).status, 409)
  assert.equal((await robin.get(`/api/tips/${tipId}`)).status, 200, 'colleagues go on')
  await ok(act(avery, first.itemId, 'leave'))
  assert.equal((await avery.get(`/api/tips/${tipId}`)).status, 200, 'given back, it opens')
})

test('a verdict is recorded once, changes nothing, and is a range: 1 of 1 is no certainty', async () => {
  const [item] = (await sampling(avery)).toRead
  assert.ok(item)
  assert.equal((await judge(avery, item.itemId, 'rightly low')).status, 409, 'begin it first')
  assert.deepEqual(await rates('declined').then((rate) => [rate?.low, rate?.high]), [null, null], 'not known')
  await ok(act(avery, item.itemId, 'take'))
  const refused = await whileRefused(server.database, 'sample.judged', () =>
    judge(avery, item.itemId, 'would have been pursued'),
  )
  assert.equal(refused.status, 500)
  const { tipId } = await ok<{ tipId: string }>(judge(avery, item.itemId, 'would have been pursued'))
  assert.equal((await rowOf(robin, tipId))?.state, 'declined', 'no decision is changed by it')
  assert.equal((await judge(avery, item.itemId, 'rightly low')).status, 404, 'once')
  const rate = await rates('declined')
  assert.deepEqual([rate?.misses, rate?.high, rate?.population, rate?.seenBefore], [1, 1, 5 + 4, 1])
  assert.ok((rate?.low ?? 0) > 0.024 && (rate?.low ?? 1) < 0.026)
  const [reading] = (await sampling(robin)).readings
  assert.deepEqual([reading?.tipId, reading?.by, reading?.seenBefore], [tipId, 'Avery Placeholder', true])
  await ok(robin.post(`/api/tips/${tipId}/reopen`, { note: 'Synthetic' }))
  assert.equal((await rowOf(robin, tipId))?.state, 'open', 'a person may')
})

test('undecided tips that stand low are drawn too, not the highest bands, and none twice', async () => {
  await setRule('sampling-from', ['work', 'enrich', 'informational'])
  await setRule('sampling-top-bands', 20)
  const { tipId } = await newTip()
  assert.equal((await draw()).status, 409, 'every band is left out')
  await setRule('sampling-top-bands', 0)
  const drawn = await ok<SampleDraw>(draw())
  const of = (pool: string) => drawn.pools.find((each) => each.pool === pool)
  assert.equal(of('declined')?.size, 0)
  assert.ok((of('undecided')?.drawn ?? 0) >= 1)
  assert.equal((await draw()).status, 409, 'drawn before')
  const [item] = await server.database.query<{ item_id: string }>(
    'select item_id from sample_item where tip_id = $1',
    [tipId],
  )
  await server.database.query('update tip set revision = revision + 1 where tip_id = $1', [tipId])
  assert.equal(
    (await act(robin, item?.item_id ?? '', 'take')).status,
    404,
    'it is another thing to judge now',
  )
  assert.equal((await rates('undecided'))?.overtaken, 1)
})

test('in SQL nobody judges for a colleague, and no verdict is written over', async () => {
  const robinAs = { agencies: '{wi-wisconsin}', person: people.wisconsin.id }
  const tryAs = (text: string) => outcomeOf(server.database.url, 'tipline_desk', robinAs, text)
  assert.equal(
    await tryAs(
      `update sample_item set reader_id = 'demo-supervisor-wi', taken_at = now() where verdict is null returning 1`,
    ),
    refusedByPrivilege,
  )
  assert.equal(
    await tryAs(`update sample_item set note = 'x' where verdict is not null returning 1`),
    'accepted (0 rows)',
  )
  const seen = await asRole(server.database.url, 'tipline_desk', { agencies: '{wa-washington}' }, (sql) =>
    sql('select from sample_item union all select from sample_draw', []),
  )
  assert.equal(seen.length, 0)
})
