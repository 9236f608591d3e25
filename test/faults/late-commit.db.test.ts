import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { eventually, startTestServer } from '../support/server.ts'
import { arrived, clientOf, fileThin, reportFrom } from './support/reports.ts'

/** Reports whose commits are put out of order. Below the number of connections that intake has. */
const lateCount = 8
/** Seed of the order in which the late ones commit; printed, and settable, so that a failure can be run again. */
const seed = Number(process.env.TIPLINE_FAULTS_SEED ?? Date.now() % 1_000_000)

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))

/**
 * A gate at the commit: a deferred trigger waits, inside the server's own transaction and with every row written, for
 * as long as the test holds the lock of that number.
 */
const gateSpace = 7_415_017
await server.database.query('create table gated (report_id bigint primary key)')
await server.database.query('grant select on gated to public')
await server.database.query(`create function wait_at_gate() returns trigger language plpgsql as $$
  begin
    if new.object_kind = 'report' and exists (select from gated where report_id = new.object_id::bigint)
      and new.action in ('report.finished', 'report.submitted') then
      perform pg_advisory_xact_lock_shared(${gateSpace}, new.object_id::int);
    end if;
    return null;
  end $$`)
await server.database.query(`create constraint trigger wait_at_gate after insert on ledger_entry
  deferrable initially deferred for each row execute function wait_at_gate()`)

const gatekeeper = new pg.Client({ connectionString: server.database.url })
await gatekeeper.connect()
const closeGate = async (reportId: string): Promise<void> => {
  await gatekeeper.query('insert into gated values ($1)', [reportId])
  await gatekeeper.query('select pg_advisory_lock($1, $2)', [gateSpace, reportId])
}
const openGate = (reportId: string) =>
  gatekeeper.query('select pg_advisory_unlock($1, $2)', [gateSpace, reportId])
/** How many transactions stand at a gate with everything written. */
const waiting = async (): Promise<number> => {
  const { rows } = await gatekeeper.query<{ waiting: number }>(
    `select count(*)::int as waiting from pg_locks where locktype = 'advisory' and classid = ${gateSpace} and not granted`,
  )
  return rows[0]?.waiting ?? 0
}
const untilWaiting = (count: number) =>
  eventually(async () => ((await waiting()) === count ? true : undefined))

const shuffled = <T>(items: readonly T[]): T[] => {
  let state = seed
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state
  }
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

const isPlaced = async (reportId: string, action: string): Promise<boolean> =>
  (
    await server.database.query(
      `select from ledger_leaf join ledger_entry using (entry_id) where object_id = $1 and action = $2`,
      [reportId, action],
    )
  ).length === 1

test(`invariant 2: reports whose commits come late and out of order are all routed (seed ${seed})`, async () => {
  const late: string[] = []
  for (let n = 0; n < lateCount; n += 1)
    late.push((await client.submit(reportFrom('wisconsin', `late-${n}`))).reportId)
  for (const id of late) await closeGate(id)
  const finishing = late.map((id) => client.finish(id))
  await untilWaiting(lateCount)
  const passed = new Set<string>()
  for (const [n, id] of shuffled(late).entries()) {
    const later = await fileThin(client, 'wisconsin', `prompt-${n}`)
    assert.ok(BigInt(later) > BigInt(id), 'its number was given out later')
    await arrived(server, later)
    await eventually(async () => ((await isPlaced(later, 'report.finished')) ? true : undefined))
    passed.add(later)
    assert.equal((await server.database.query('select from tip where report_id = $1', [id])).length, 0)
    await openGate(id)
    assert.equal(await arrived(server, id), 'tip')
    await eventually(async () => ((await isPlaced(id, 'report.finished')) ? true : undefined))
  }
  await Promise.all(finishing)
  assert.equal(passed.size, lateCount)
})

test('invariant 2: a report opened under an early number that commits late is routed like any other', async () => {
  const { reportId: before } = await client.submit(reportFrom('wisconsin', 'before'))
  const next = String(BigInt(before) + 1n)
  await closeGate(next)
  const submitting = client.submit(reportFrom('wisconsin', 'late-open'))
  await untilWaiting(1)
  const later = await fileThin(client, 'wisconsin', 'after')
  assert.ok(BigInt(later) > BigInt(next))
  await arrived(server, later)
  await openGate(next)
  const { reportId } = await submitting
  assert.equal(reportId, next)
  await gatekeeper.query('delete from gated')
  await client.finish(reportId)
  assert.equal(await arrived(server, reportId), 'tip')
})

test('invariant 2: the ledger’s tree has every entry once, without a gap', async () => {
  await eventually(async () =>
    (await server.database.query('select from ledger_pending')).length === 0 ? true : undefined,
  )
  const [counted] = await server.database.query<Record<string, number>>(
    `select (select count(*) from ledger_entry)::int as entries, count(*)::int as leaves,
       count(distinct entry_id)::int as placed, min(leaf_index)::int as first, max(leaf_index)::int as last from ledger_leaf`,
  )
  const entries = counted?.entries ?? 0
  assert.ok(entries > lateCount)
  assert.deepEqual(counted, { entries, leaves: entries, placed: entries, first: 0, last: entries - 1 })
  await gatekeeper.end()
})
