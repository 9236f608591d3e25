/** Copies the caseload of the links bench into a database, step by step: what is done is not done again. */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { caseload, firstReport, joinedPairs, networksOf } from './caseload.ts'

/** The agency that has every report: one with all is the hardest case for its networks. */
export const agency = 'wi-wisconsin'

const blockCharacters = 65_536

function* inBlocks(lines: Iterable<string>): Generator<string> {
  let block = ''
  for (const line of lines) {
    block += line
    if (block.length < blockCharacters) continue
    yield block
    block = ''
  }
  yield block
}

const copy = async (client: pg.Client, into: string, lines: Iterable<string>): Promise<void> => {
  await pipeline(
    Readable.from(inBlocks(lines), { objectMode: true }),
    client.query(copyFrom(`copy ${into} from stdin`)),
  )
}

/** The digest by which an identifier is known; another one would do as well here. */
const key = (id: number): string => createHash('sha256').update(String(id)).digest('hex')

function* identifierLines(reports: number): Generator<string> {
  const known = new Set<number>()
  for (const { ids } of caseload(reports))
    for (const id of ids) {
      // Those below are shared by reports; one of a report's own comes once.
      if (id < firstReport * 10 && known.has(id)) continue
      if (id < firstReport * 10) known.add(id)
      yield `${id}\taccount\t${id}\t\\\\x${key(id)}\n`
    }
}

function* attachedLines(reports: number): Generator<string> {
  for (const { report, ids } of caseload(reports))
    for (const id of ids) yield `${report}\t${id}\treported\tstated\t/parties/0\n`
}

function* reportLines(reports: number): Generator<string> {
  for (let at = 0; at < reports; at += 1)
    yield `${firstReport + at}\tlive\tle-json\tfinished\t2026-11-01\t${agency}\n`
}

const tipColumns =
  'report_id, agency_id, via, route, revision, policy_id, policy_version, label, lane, band, band_rank, risk_low, risk_high, act_low, act_high, summary'

function* tipLines(reports: number): Generator<string> {
  for (let at = 0; at < reports; at += 1)
    yield `${firstReport + at}\t${agency}\timport\t{}\t1\ticac-standards\t2\treferral\twork\tother\t7\t0\t0\t0\t0\t{}\n`
}

function* memberLines(networks: readonly (readonly number[])[]): Generator<string> {
  for (const [at, reports] of networks.entries())
    for (const report of reports) yield `${agency}\t${report}\t${at + 1}\n`
}

type Step = { name: string; work: (client: pg.Client, reports: number) => Promise<void> }

/** Indexes of the large tables are made after the rows: each row's own place in a random index would take minutes. */
const steps: readonly Step[] = [
  {
    name: 'identifiers',
    work: async (client, reports) => {
      await client.query('alter table identifier drop constraint identifier_value_key_key')
      await copy(client, 'identifier (identifier_id, kind, value, value_key)', identifierLines(reports))
      await client.query('alter table identifier add unique (value_key)')
    },
  },
  {
    name: 'attached',
    work: async (client, reports) => {
      await client.query(
        'drop index report_identifier_by_identifier; alter table report_identifier drop constraint report_identifier_pkey',
      )
      await copy(
        client,
        'report_identifier (report_id, identifier_id, role, basis, path)',
        attachedLines(reports),
      )
      await client.query(
        `alter table report_identifier add primary key (report_id, identifier_id, role, path);
         create index report_identifier_by_identifier on report_identifier (identifier_id, report_id)`,
      )
    },
  },
  {
    name: 'reports and tips',
    work: async (client, reports) => {
      await client.query(
        `insert into agency (agency_id, name, kind) values ('${agency}', 'Bench', 'task force') on conflict do nothing`,
      )
      await copy(
        client,
        'report (report_id, environment, origin, state, closed_at, imported_for)',
        reportLines(reports),
      )
      await copy(client, `tip (${tipColumns})`, tipLines(reports))
    },
  },
  {
    name: 'links and networks',
    work: async (client, reports) => {
      const pairs = joinedPairs(reports)
      const networks = networksOf(pairs)
      await copy(
        client,
        'link (report_low, report_high, identifier_id, strength, because)',
        pairs.values().map(({ low, high, id }) => `${low}\t${high}\t${id}\tstrong\tSame account.\n`),
      )
      await copy(
        client,
        'network (network_id, agency_id, reports)',
        networks.entries().map(([at, each]) => `${at + 1}\t${agency}\t${each.length}\n`),
      )
      await copy(client, 'network_member (agency_id, report_id, network_id)', memberLines(networks))
      await client.query(
        `select setval(pg_get_serial_sequence('network', 'network_id'), ${networks.length + 1})`,
      )
    },
  },
]

const large = ['identifier', 'report_identifier', 'report', 'tip', 'link', 'network', 'network_member']

/** Fills what is not filled yet, each step in one transaction, and says how long each took. */
export const fill = async (client: pg.Client, reports: number): Promise<void> => {
  await client.query('create table if not exists bench_step (name text primary key)')
  for (const { name, work } of [...steps, vacuumed]) {
    if ((await client.query('select from bench_step where name = $1', [name])).rowCount) continue
    const start = performance.now()
    const inOne = name !== vacuumed.name
    // Constraints to tables that the stage does not read are off while the rows are copied.
    if (inOne) await client.query(`begin; set local session_replication_role = 'replica'`)
    await work(client, reports)
    await client.query('insert into bench_step values ($1)', [name])
    if (inOne) await client.query('commit')
    console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`)
  }
}

const vacuumed: Step = {
  name: 'vacuum',
  work: async (client) => {
    for (const table of large) await client.query(`vacuum (analyze) ${table}`)
    await client.query('checkpoint')
  },
}
