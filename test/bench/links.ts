/**
 * How long it takes to link one new report, beside a plain look-up in the same data.
 *
 * TIPLINE_BENCH_REPORTS reports (default 50,000) with ten identifiers each are copied into a database of its own. Most
 * identifiers are their report's alone; every twentieth is shared by a handful, every two-hundredth by a crowd. Then new
 * reports, each with ten identifiers of which five are known already, go through the stage as the pipeline runs it.
 */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { openDatabase } from '../../packages/server/src/db/database.ts'
import type { Actor } from '../../packages/server/src/db/actor.ts'
import { linkReports } from '../../packages/server/src/features/links/index.ts'
import { freshDatabase } from '../support/database.ts'

const reports = Number(process.env.TIPLINE_BENCH_REPORTS ?? 50_000)
const identifiersEach = 10
const linked = 500
const firstId = 10_000_000
const ends: (() => Promise<void>)[] = []

/** Numbers that are the same in every run. */
const random = (() => {
  let state = 17
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
})()

/** Which identifier the nth of a report is: its own, one of a handful, or one of a crowd. */
const identifierOf = (report: number, nth: number): number => {
  const kind = random(200)
  if (kind === 0) return 1 + random(Math.max(1, Math.floor(reports / 2_000)))
  if (kind <= 10) return 1_000_000 + random(Math.max(1, Math.floor(reports / 8)))
  return 100_000_000 + report * identifiersEach + nth
}

const copy = async (client: pg.Client, into: string, lines: Iterable<string>): Promise<void> => {
  await pipeline(
    Readable.from(lines, { objectMode: true }),
    client.query(copyFrom(`copy ${into} from stdin`)),
  )
}

function* inBlocks(lines: Iterable<string>): Generator<string> {
  let block = ''
  for (const line of lines) {
    block += line
    if (block.length < 65_536) continue
    yield block
    block = ''
  }
  yield block
}

const key = (id: number): string => createHash('sha256').update(String(id)).digest('hex')

const fill = async (client: pg.Client): Promise<void> => {
  // Only the tables that the stage reads: constraints to others are off while the data are copied.
  await client.query(`set session_replication_role = 'replica'`)
  const known = new Set<number>()
  const attached: string[] = []
  for (let report = 0; report < reports; report += 1)
    for (const id of new Set(
      Array.from({ length: identifiersEach }, (_, nth) => identifierOf(report, nth)),
    )) {
      known.add(id)
      attached.push(`${firstId + report}\t${id}\treported\tstated\t/parties/0\n`)
    }
  await copy(
    client,
    'identifier (identifier_id, kind, value, value_key)',
    inBlocks(known.values().map((id) => `${id}\taccount\t${id}\t\\\\x${key(id)}\n`)),
  )
  await copy(client, 'report_identifier (report_id, identifier_id, role, basis, path)', inBlocks(attached))
  await copy(
    client,
    'report (report_id, environment, origin, state, closed_at, imported_for)',
    inBlocks(
      Array.from(
        { length: reports },
        (_, at) => `${firstId + at}\tlive\tle-json\tfinished\t2026-11-01\twi-wisconsin\n`,
      ),
    ),
  )
  await client.query(`set session_replication_role = 'origin'`)
  await client.query('vacuum (analyze) identifier')
  await client.query('vacuum (analyze) report_identifier')
  await client.query('vacuum (analyze) report')
}

const addReport = async (client: pg.Client, report: number): Promise<void> => {
  const ids = [
    ...new Set(Array.from({ length: identifiersEach }, (_, nth) => identifierOf(random(reports), nth))),
  ]
  await client.query(`set session_replication_role = 'replica'`)
  await client.query(
    `insert into report (report_id, environment, origin, state, closed_at, imported_for)
     values ($1, 'live', 'le-json', 'finished', now(), 'wi-wisconsin')`,
    [report],
  )
  await client.query(
    `insert into report_identifier (report_id, identifier_id, role, basis, path)
     select $1, identifier_id, 'reported', 'stated', '/parties/0' from identifier where identifier_id = any($2::bigint[])`,
    [report, ids],
  )
  await client.query(`set session_replication_role = 'origin'`)
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
const told = (times: readonly number[]): string => {
  const sorted = times.toSorted((a, b) => a - b)
  return `p50 ${at(sorted, 0.5).toFixed(2)} ms, p99 ${at(sorted, 0.99).toFixed(2)} ms, most ${at(sorted, 1).toFixed(2)} ms`
}
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const scratch = await freshDatabase({ after: (done) => ends.push(done) })
const client = new pg.Client({ connectionString: scratch.url })
await client.connect()
const database = openDatabase(scratch.url)
try {
  const filled = await timed(() => fill(client))
  const [rows] = await scratch.query<{ rows: string }>('select count(*) as rows from report_identifier')
  console.log(`${reports} reports with ${rows?.rows} identifiers, copied in ${(filled / 1000).toFixed(1)} s`)
  const stage: Actor = { role: 'tipline_pipeline', kind: 'pipeline', stage: 'link' }
  const plain: number[] = []
  const storing: number[] = []
  const linking: number[] = []
  for (let turn = 0; turn < linked; turn += 1) {
    const reportId = firstId + reports + turn
    await addReport(client, reportId)
    // The plain thing in the same transaction: the other reports of each identifier, counted, without limit or worth.
    plain.push(
      await timed(() =>
        database.transaction(stage, (tx) =>
          tx.prepared(
            'bench-plain',
            `select mine.identifier_id, count(*) from report_identifier mine
             join report_identifier other using (identifier_id) where mine.report_id = $1 group by 1`,
            [reportId],
          ),
        ),
      ),
    )
    // What any stage pays: one small row, stored for good.
    storing.push(
      await timed(() =>
        database.transaction(stage, (tx) =>
          tx.prepared(
            'bench-store',
            `insert into finding (report_id, revision, key, body) values ($1, 1, 'bench', '{}')`,
            [reportId],
          ),
        ),
      ),
    )
    linking.push(
      await timed(() =>
        database.transaction(stage, (tx) => linkReports(tx, undefined, [{ reportId: String(reportId) }])),
      ),
    )
  }
  const [made] = await scratch.query<{ links: string }>('select count(*) as links from link')
  console.log(`plain look-up of one report: ${told(plain)}`)
  console.log(`storing one small row:       ${told(storing)}`)
  console.log(`linking one report, stored:  ${told(linking)} (${made?.links} links by ${linked} reports)`)
  const ratio = linking.toSorted((a, b) => a - b)
  const base = plain.map((each, index) => each + (storing[index] ?? 0)).toSorted((a, b) => a - b)
  console.log(
    `linking to look-up and store together: ${(at(ratio, 0.5) / at(base, 0.5)).toFixed(2)} at p50, ${(at(ratio, 0.99) / at(base, 0.99)).toFixed(2)} at p99`,
  )
} finally {
  await database.close()
  await client.end()
  for (const end of ends.toReversed()) await end()
}
