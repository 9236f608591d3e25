import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { freshDatabase } from '../../../../../test/support/database.ts'
import { openDatabase } from '../../db/database.ts'
import type { Transaction } from '../../db/transaction.ts'
import { classesOf } from './classes.ts'
import { joinNetworks } from './networks.ts'
import { splitNetwork } from './split-network.ts'

const database = await freshDatabase()
const opened = openDatabase(database.url)
after(() => opened.close())

const agencyId = 'example-agency'
await database.query(
  `insert into agency (agency_id, name, kind) values ($1, 'Example Agency', 'task force')`,
  [agencyId],
)
await database.query(`insert into person (person_id, name) values ('example-person', 'Example Person')`)
await database.query(
  `insert into membership (person_id, agency_id, role) values ('example-person', $1, 'officer')`,
  [agencyId],
)

const asPipeline = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  opened.transaction({ role: 'tipline_pipeline', kind: 'pipeline', stage: 'route' }, work)

/** Reports that the agency has, none of them linked yet. */
const makeReports = async (count: number): Promise<string[]> => {
  const rows = await database.query<{ report_id: string }>(
    `with made as (insert into report (environment, origin, state) select 'live', 'public-form', 'open'
       from generate_series(1, $1) returning report_id),
     tips as (insert into tip (report_id, agency_id, via, route, revision, policy_id, policy_version, label, lane, band,
         band_rank, risk_low, risk_high, act_low, act_high, summary)
       select report_id, $2, 'routing', '{}', 1, 'p', 1, 'referral', 'work', 'low', 0, 0, 0, 0, 0, '{}' from made)
     select report_id from made order by report_id`,
    [count, agencyId],
  )
  return rows.map((row) => row.report_id)
}
let named = 0
const link = async (a: string, b: string): Promise<string> => {
  named += 1
  const [row] = await database.query<{ identifier_id: string }>(
    `with made as (insert into identifier (kind, value, value_key) values ('account', $3, sha256(convert_to($3, 'UTF8')))
       returning identifier_id),
     linked as (insert into link (report_low, report_high, identifier_id, strength, because)
       select least($1::bigint, $2::bigint), greatest($1::bigint, $2::bigint), identifier_id, 'strong', 'Synthetic' from made)
     select identifier_id from made`,
    [a, b, `synthetic-${named}`],
  )
  return row?.identifier_id ?? ''
}
const reject = (a: string, b: string, identifierId: string) =>
  database.query(
    `insert into link_verdict (report_low, report_high, identifier_id, agency_id, person_id, verdict, because)
     values (least($1::bigint, $2::bigint), greatest($1::bigint, $2::bigint), $3, $4, 'example-person', 'rejected', 'Synthetic')`,
    [a, b, identifierId, agencyId],
  )
const join = (ids: readonly string[]) =>
  asPipeline((tx) =>
    joinNetworks(
      tx,
      ids.map((reportId) => ({ reportId, agencyId })),
    ),
  )

const inOrder = (classes: readonly (readonly string[])[]): string[] =>
  classes.map((each) => each.toSorted().join(' ')).toSorted()

/** The networks as they are kept of these reports; their sizes must be told as they are. */
const networksOf = async (ids: readonly string[]): Promise<string[]> => {
  const rows = await database.query<{ members: string[]; reports: number }>(
    `select array_agg(report_id::text) as members, n.reports from network_member m join network n using (network_id)
     where report_id = any($1::bigint[]) group by n.network_id, n.reports order by n.network_id`,
    [ids],
  )
  for (const row of rows) assert.equal(row.reports, row.members.length)
  return inOrder(rows.map((row) => row.members))
}

type Step = { pairs: [number, number][]; rejected: number[]; seed: number }
const size = 9
const step: fc.Arbitrary<Step> = fc.record({
  pairs: fc.array(
    fc.tuple(fc.nat(size - 1), fc.nat(size - 1)).filter(([a, b]) => a !== b),
    { maxLength: 12 },
  ),
  rejected: fc.uniqueArray(fc.nat(11), { maxLength: 5 }),
  seed: fc.nat(),
})

test('whatever the order in which reports come and links are rejected, networks are what walking all links gives', async () => {
  await fc.assert(
    fc.asyncProperty(step, async ({ pairs, rejected, seed }) => {
      const ids = await makeReports(size)
      const id = (at: number): string => ids[at] ?? ''
      const links: [string, string, string][] = []
      for (const [a, b] of pairs) links.push([id(a), id(b), await link(id(a), id(b))])
      // In an order of their own, a few at a time, and two batches at once.
      const order = ids.toSorted((a, b) => ((Number(a) * 7 + seed) % 11) - ((Number(b) * 7 + seed) % 11))
      for (let at = 0; at < order.length; at += 4)
        await Promise.all([join(order.slice(at, at + 2)), join(order.slice(at + 2, at + 4))])
      assert.deepEqual(await networksOf(ids), inOrder(classesOf(links.map(([a, b]) => [a, b]))))
      const standing = new Set(links)
      for (const at of rejected) {
        const gone = links[at]
        if (!gone) continue
        await reject(...gone)
        standing.delete(gone)
        await asPipeline((tx) => splitNetwork(tx, agencyId, [gone[0], gone[1]]))
        assert.deepEqual(await networksOf(ids), inOrder(classesOf([...standing].map(([a, b]) => [a, b]))))
      }
      // A run that finds the links again finds the rejections standing.
      await join(ids)
      assert.deepEqual(await networksOf(ids), inOrder(classesOf([...standing].map(([a, b]) => [a, b]))))
    }),
    { numRuns: 25 },
  )
})

test('a batch whose reports hang together by two networks in two places puts all of them into one', async () => {
  const [a = '', b = '', c = '', d = '', e = '', f = '', g = ''] = await makeReports(7)
  // Two networks: a–b–c and d–e.
  for (const [one, other] of [
    [a, b],
    [b, c],
    [d, e],
  ] as const)
    await link(one, other)
  await join([b, d])
  // One batch makes them one network by a and d, and has a new report for what was the smaller of them.
  await link(f, a)
  await link(f, d)
  await link(g, e)
  await join([f, g])
  assert.deepEqual(await networksOf([a, b, c, d, e, f, g]), inOrder([[a, b, c, d, e, f, g]]))
})

const networkOf = async (id: string): Promise<string | undefined> => {
  const rows = await database.query<{ network_id: string }>(
    'select network_id from network_member where report_id = $1',
    [id],
  )
  return rows[0]?.network_id
}

test('of two networks that become one the larger stays, so that few reports move', async () => {
  const ids = await makeReports(5)
  const [a = '', b = '', c = '', d = '', e = ''] = ids
  await link(a, b)
  await join([a])
  for (const [one, other] of [
    [c, d],
    [d, e],
  ] as const)
    await link(one, other)
  await join([d])
  const larger = await networkOf(d)
  await link(a, e)
  await join([a])
  assert.deepEqual(await Promise.all(ids.map(networkOf)), Array(5).fill(larger))
})

test('a report that the agency does not have connects nothing', async () => {
  const [a = '', b = '', c = ''] = await makeReports(3)
  await link(a, b)
  await link(b, c)
  await database.query('update tip set withdrawn_at = now() where report_id = $1', [b])
  await join([a, c])
  assert.deepEqual(await networksOf([a, b, c]), [])
})

test('two batches that close a chain at the same time leave one network', async () => {
  const ids = await makeReports(40)
  for (let at = 1; at < ids.length; at += 1) await link(ids[at - 1] ?? '', ids[at] ?? '')
  await Promise.all(ids.map((id) => join([id])))
  assert.deepEqual(await networksOf(ids), inOrder([ids]))
})

test('whatever was joined and parted, no network is left of which no report is a member', async () => {
  const left = await database.query(
    'select from network n where not exists (select from network_member m where m.network_id = n.network_id)',
  )
  assert.equal(left.length, 0)
})
