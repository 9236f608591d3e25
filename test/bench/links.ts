/**
 * How long it takes to link one new report and to put it into the networks of an agency, beside a plain look-up in the same data.
 *
 * TIPLINE_BENCH_REPORTS reports (default 50,000) with ten identifiers each are copied into a database of its own, with the links
 * and networks that they make; all are one agency's, which is the hardest case. Then new reports, each with five identifiers of
 * reports that are there and five of its own, go through the two stages as the pipeline runs them. A million reports take some minutes to copy:
 * TIPLINE_BENCH_KEEP names a folder in which the database is kept, and a later run begins where the last one ended;
 * TIPLINE_BENCH_FILL=only ends after copying.
 */
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { openDatabase } from '../../packages/server/src/db/database.ts'
import type { Actor } from '../../packages/server/src/db/actor.ts'
import { migrate } from '../../packages/server/src/db/migrate.ts'
import { joinNetworks, linkReports } from '../../packages/server/src/features/links/index.ts'
import { startEmbeddedPostgres } from '../../packages/server/src/platform/postgres/start-embedded.ts'
import { freshDatabase } from '../support/database.ts'
import { firstReport, identifierOf, identifiersEach, numbers, ownIdentifier } from './links/caseload.ts'
import { agency, fill } from './links/fill.ts'

const reports = Number(process.env.TIPLINE_BENCH_REPORTS ?? 50_000)
const linked = 1_000
const keep = process.env.TIPLINE_BENCH_KEEP
const ends: (() => Promise<void>)[] = []

/** Reads the files of a kept database once, so that they are in memory as they are on a machine where the server has run for long. */
const warm = async (folder: string): Promise<void> => {
  const entries = await readdir(join(folder, 'cluster/base'), { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((each) => each.isFile()))
    await finished(createReadStream(join(entry.parentPath, entry.name)).resume())
}

/** The database of an earlier run in the folder, or a new one there; without a folder one that goes with this run. */
const openBench = async (): Promise<string> => {
  if (keep === undefined) return (await freshDatabase({ after: (done) => ends.push(done) })).url
  const server = await startEmbeddedPostgres({ dataDir: keep })
  ends.push(() => server.stop())
  await warm(keep)
  const admin = new pg.Client({ connectionString: server.adminUrl })
  await admin.connect()
  const name = `bench_${reports}`
  const known = await admin.query('select from pg_database where datname = $1', [name])
  if (known.rowCount === 0) await admin.query(`create database ${name}`)
  await admin.end()
  const url = server.urlFor(name)
  await migrate(url)
  return url
}

const addReport = async (client: pg.Client, report: number, ids: readonly number[]): Promise<void> => {
  await client.query(`begin; set local session_replication_role = 'replica'`)
  await client.query(
    `insert into report (report_id, environment, origin, state, closed_at, imported_for)
     values ($1, 'live', 'le-json', 'finished', now(), $2)`,
    [report, agency],
  )
  await client.query(
    `insert into identifier (identifier_id, kind, value, value_key) overriding system value
     select id, 'account', id::text, sha256(id::text::bytea) from unnest($1::bigint[]) as given (id) on conflict do nothing`,
    [ids],
  )
  await client.query(
    `insert into report_identifier (report_id, identifier_id, role, basis, path)
     select $1, identifier_id, 'reported', 'stated', '/parties/0' from identifier where identifier_id = any($2::bigint[])`,
    [report, ids],
  )
  await client.query('commit')
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
const inOrder = (times: readonly number[]): number[] => times.toSorted((a, b) => a - b)
const told = (times: readonly number[]): string => {
  const sorted = inOrder(times)
  return `p50 ${at(sorted, 0.5).toFixed(2)} ms, p99 ${at(sorted, 0.99).toFixed(2)} ms, most ${at(sorted, 1).toFixed(2)} ms`
}
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const measure = async (client: pg.Client, url: string): Promise<void> => {
  const database = openDatabase(url)
  try {
    const stage: Actor = { role: 'tipline_pipeline', kind: 'pipeline', stage: 'link' }
    const times = {
      plain: [] as number[],
      storing: [] as number[],
      linking: [] as number[],
      joining: [] as number[],
    }
    const { rows } = await client.query('select max(report_id)::bigint as last from report')
    const from = Number(rows[0]?.last) + 1
    const random = numbers(from)
    for (let turn = 0; turn < linked; turn += 1) {
      const report = from + turn
      const reportId = String(report)
      const ids = Array.from({ length: identifiersEach }, (_, nth) =>
        // Half are those of reports that are there, half new.
        nth % 2 === 0 ? identifierOf(random, reports, random(reports), nth) : ownIdentifier(report, nth),
      )
      await addReport(client, report, ids)
      // The plain thing in the same transaction: the other reports of each identifier, counted, without limit or worth.
      const plain = `select mine.identifier_id, count(*) from report_identifier mine
        join report_identifier other using (identifier_id) where mine.report_id = $1 group by 1`
      times.plain.push(
        await timed(() => database.transaction(stage, (tx) => tx.prepared('bench-plain', plain, [reportId]))),
      )
      // What any stage pays: one small row, stored for good.
      const store = `insert into finding (report_id, revision, key, body) values ($1, 1, 'bench', '{}')`
      times.storing.push(
        await timed(() => database.transaction(stage, (tx) => tx.prepared('bench-store', store, [reportId]))),
      )
      times.linking.push(
        await timed(() => database.transaction(stage, (tx) => linkReports(tx, undefined, [{ reportId }]))),
      )
      times.joining.push(
        await timed(() =>
          database.transaction(stage, (tx) => joinNetworks(tx, [{ reportId, agencyId: agency }])),
        ),
      )
    }
    tell(times)
  } finally {
    await database.close()
  }
}

type Times = Record<'plain' | 'storing' | 'linking' | 'joining', number[]>

const tell = ({ plain, storing, linking, joining }: Times): void => {
  const both = linking.map((each, index) => each + (joining[index] ?? 0))
  const base = inOrder(plain.map((each, index) => each + (storing[index] ?? 0)))
  const sorted = inOrder(both)
  console.log(`plain look-up of one report:       ${told(plain)}`)
  console.log(`storing one small row:             ${told(storing)}`)
  console.log(`linking one report, stored:        ${told(linking)}`)
  console.log(`joining it to networks, stored:    ${told(joining)}`)
  console.log(`linked and joined, both stored:    ${told(both)}`)
  console.log(
    `both, to look-up and store together: ${(at(sorted, 0.5) / at(base, 0.5)).toFixed(2)} at p50, ${(at(sorted, 0.99) / at(base, 0.99)).toFixed(2)} at p99`,
  )
}

const counts = `select (select count(*) from report_identifier) as identifiers, (select count(*) from link) as links,
  (select count(*) from network) as networks, (select max(reports) from network) as largest`

const url = await openBench()
const client = new pg.Client({ connectionString: url })
await client.connect()
try {
  await fill(client, reports)
  const { rows } = await client.query(counts)
  const { identifiers, links, networks, largest } = rows[0]
  console.log(
    `${reports} reports from ${firstReport} with ${identifiers} identifiers, ${links} links, ${networks} networks (the largest ${largest} reports)`,
  )
  if (process.env.TIPLINE_BENCH_FILL !== 'only') await measure(client, url)
} finally {
  await client.end()
  for (const end of ends.toReversed()) await end()
}
