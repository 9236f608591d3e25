/**
 * The clearinghouse's page of bundles over many reports: `npm run bench -- report-bundles`, or
 * `node scripts/run24.mjs test/bench/report-bundles.ts [reports]`. Each report has three digests of its own or of items that many
 * share, one of a fifth of all; one in ten comes in a batch. Told as ratios to the plain question in the same data, and to the same
 * page over a tenth of the reports.
 */
import pg from 'pg'
import { people, type SignedIn, signedIn } from '../faults/support/person.ts'
import { clientOf, fileThin, tipOf } from '../faults/support/reports.ts'
import { startTestServer } from '../support/server.ts'

const reports = Number(process.argv[2] ?? 100_000)
const runs = 7
const firstReport = 700_000_000

/** Reports from number `from` to `to`, copies of the first real one; what they share follows from the number alone. */
const fill = async (client: pg.Client, from: number, to: number): Promise<void> => {
  const copied = `from (select * from TABLE order by report_id limit 1) r, generate_series($1::bigint, $2::bigint - 1) n`
  const copyOf = (table: string, more: string): string =>
    `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(r) || jsonb_build_object('report_id', ${firstReport} + n${more}))).* ${copied.replace('TABLE', table)}`
  await client.query(`begin; set local session_replication_role = replica`)
  await client.query(copyOf('report', `, 'batched', n % 10 = 0`), [from, to])
  await client.query(
    copyOf(
      'report_revision',
      `, 'model', r.model || jsonb_build_object('batchedReason', 'Synthetic reason ' || n % 200)`,
    ),
    [from, to],
  )
  // One item of every fifth report, two thousand that a few share, and one of the report's own.
  await client.query(
    `with item as (
       select n, which, case which when 1 then case when n % 5 = 0 then 1 else 1000 + n * 7919 % 2000 end
         when 2 then 1000 + n * 104729 % 2000 else 10000 + n end as id
       from generate_series($1::bigint, $2::bigint - 1) n, generate_series(1, 3) which
     ), known as (
       insert into identifier (identifier_id, kind, value, value_key) overriding system value
       select distinct ${firstReport} + id, 'hash', 'md5:' || md5(id::text), sha256(id::text::bytea) from item
       on conflict do nothing
     )
     insert into report_identifier (report_id, identifier_id, role, basis, path)
     select ${firstReport} + n, ${firstReport} + id, 'file', 'stated', '/files/' || which from item on conflict do nothing`,
    [from, to],
  )
  await client.query('commit')
  await client.query('analyze')
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return median(times)
}

/** What the page asks at the least: of each digest of the newest reports, how many reports have it. */
const plain = `select ri.identifier_id, count(*) from report_identifier ri where ri.identifier_id in (
  select identifier_id from report_identifier where report_id > (select max(report_id) - 10000 from report)) group by 1 having count(*) > 1`

type Figures = Record<'plain' | 'first page' | 'second page' | 'largest bundle', number>

const measure = async (client: pg.Client, analyst: SignedIn): Promise<Figures> => {
  const read = async (path: string): Promise<string> => {
    const { status, text } = await analyst.get(path)
    if (status !== 200) throw new Error(`${path}: ${text}`)
    return text
  }
  const first: { bundles: { bundleId: string; reports: number }[]; next?: string } = JSON.parse(
    await read('/api/report-bundles'),
  )
  const largest = first.bundles[0]
  if (!largest || first.next === undefined) throw new Error('there is no second page of bundles')
  console.log(`  the largest of the first page counts ${largest.reports} reports`)
  return {
    plain: await timed(() => client.query(plain)),
    'first page': await timed(() => read('/api/report-bundles')),
    'second page': await timed(() => read(`/api/report-bundles?after=${first.next}`)),
    'largest bundle': await timed(() => read(`/api/report-bundles/${largest.bundleId}`)),
  }
}

const closers: (() => Promise<void>)[] = []
try {
  const server = await startTestServer({ after: (close) => closers.unshift(close) })
  const client = new pg.Client({ connectionString: server.database.url })
  await client.connect()
  closers.unshift(() => client.end())
  const provider = clientOf(server.address, await server.addProvider('Example Provider'))
  await tipOf(server, await fileThin(provider, 'wisconsin', 'bench-account'), people.wisconsin.agency)
  const analyst = await signedIn(server, people.analyst.id)
  await fill(client, 1, reports / 10 + 1)
  const few = await measure(client, analyst)
  await fill(client, reports / 10 + 1, reports + 1)
  const many = await measure(client, analyst)
  console.log(`bundles among ${reports} reports, median of ${runs}`)
  for (const what of ['plain', 'first page', 'second page', 'largest bundle'] as const)
    console.log(
      `  ${what.padEnd(16)} ${many[what].toFixed(0).padStart(6)} ms  ${(many[what] / many.plain).toFixed(1)}x of the plain question  ${(many[what] / few[what]).toFixed(1)}x of ${reports / 10} reports`,
    )
} finally {
  for (const close of closers) await close()
}
