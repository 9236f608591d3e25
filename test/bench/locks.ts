/**
 * What the two locks and the log cost: processor time of a complete report, from its first call until it stands in a
 * queue, as the product is, without row security, without entries of the ledger, and without either; in turns on one
 * server in the same run, so that a busy machine is busy for all four. The switches are statements of the database's owner
 * and made from outside; the server has none.
 *
 * `node scripts/run24.mjs test/bench/locks.ts [--rounds 5] [--seconds 3] [--per-second 60] [--database embedded|system]`
 */
import { loadavg } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { findPostgresBin } from '../../scripts/test/prerequisites.ts'
import { generate } from './main-job/generate.ts'
import { familyMs, threadsMs } from './main-job/process-figures.ts'
import { startSubject, type Subject } from './main-job/subject.ts'
import { onTheWay } from './main-job/visible.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    /** A steady stream that the pipeline keeps up with: every turn does the same work. */
    'per-second': { type: 'string', default: '60' },
    database: { type: 'string', default: 'embedded' },
  },
})
/** Sources of enrichment are read in the background after the start; measured is what comes after. */
const settleMs = 8_000
/** What the two together may cost at most. */
const aimedShare = 0.15

const variants = {
  'as it is': { rows: true, log: true },
  'without row security': { rows: false, log: true },
  'without the ledger': { rows: true, log: false },
  'without either': { rows: false, log: false },
} as const
type Variant = keyof typeof variants
const names = Object.keys(variants) as Variant[]

/** Turns row security and the ledger's rows on or off, as the owner of the database. */
const openSwitches = async (databaseUrl: string) => {
  const owner = new pg.Client({ connectionString: databaseUrl })
  await owner.connect()
  const { rows } = await owner.query<{ relname: string }>(
    `select relname from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace order by relname`,
  )
  const tables = rows.map(({ relname }) => pg.escapeIdentifier(relname))
  await owner.query(
    `create function bench_skip() returns trigger language plpgsql as 'begin return null; end'`,
  )
  return {
    set: async ({ rows: isGuarded, log: isLogged }: { rows: boolean; log: boolean }): Promise<void> => {
      const word = isGuarded ? 'enable' : 'disable'
      const skip =
        'create trigger bench_skip before insert on ledger_entry for each row execute function bench_skip()'
      await owner.query(
        [
          ...tables.map((table) => `alter table ${table} ${word} row level security`),
          'drop trigger if exists bench_skip on ledger_entry',
          ...(isLogged ? [] : [skip]),
        ].join(';'),
      )
    },
    close: () => owner.end(),
  }
}

const usedMs = (subject: Subject): number =>
  [...threadsMs(subject.pid).values()].reduce((sum, ms) => sum + ms, 0) + familyMs(subject.postmasterPid)

type Turn = { processorMs: number; perSecond: number }
let turns = 0

/** One turn: a steady stream of reports, and then until the last of them stands in a queue. */
const turn = async (subject: Subject): Promise<Turn> => {
  let before = 0
  const { host, port, authorization } = subject
  const pace = { connections: 8, perSecond: Number(values['per-second']) }
  const limits = { ...pace, warmUpMs: 0, durationMs: Number(values.seconds) * 1_000 }
  turns += 1
  const own = { run: `turn-${turns}`, from: turns * 1_000 }
  const done = await generate({ host, port, authorization, ...own, ...limits }, undefined, () => {
    before = usedMs(subject)
  })
  while ((await onTheWay(subject.databaseUrl)) > 0) await sleep(50)
  return {
    processorMs: (usedMs(subject) - before) / done.reports,
    perSecond: (done.reports * 1_000) / done.elapsedMs,
  }
}

const middle = (list: readonly number[]): number =>
  list.toSorted((one, two) => one - two)[list.length >> 1] ?? Number.NaN

const bin = findPostgresBin()
if (!bin) throw new Error('This measurement needs PostgreSQL 15 or later. Run npm test once: it installs it.')
const load = loadavg()[0] ?? 0
const subject = await startSubject(values.database === 'system' ? 'system' : 'embedded', bin)
try {
  await sleep(settleMs)
  const switches = await openSwitches(subject.databaseUrl)
  const taken: Record<Variant, Turn[]> = {
    'as it is': [],
    'without row security': [],
    'without the ledger': [],
    'without either': [],
  }
  // The first turn warms the server and is not counted.
  await turn(subject)
  for (let round = 0; round < Number(values.rounds); round++)
    for (const [at] of names.entries()) {
      // Each round begins with another one, so that none is always the first.
      const name = names[(at + round) % names.length]
      if (name === undefined) continue
      await switches.set(variants[name])
      taken[name].push(await turn(subject))
    }
  await switches.set(variants['as it is'])
  await switches.close()
  console.log(
    `${subject.about}; ${values.rounds} rounds of ${values.seconds} s each; load before ${load.toFixed(1)}`,
  )
  const costOf = (name: Variant): number => middle(taken[name].map(({ processorMs }) => processorMs))
  const bare = costOf('without either')
  for (const name of names) {
    const cost = costOf(name)
    const share =
      name === 'without either' ? '' : `, ${(((cost - bare) / bare) * 100).toFixed(1)} % over without either`
    const rate = middle(taken[name].map(({ perSecond }) => perSecond))
    console.log(
      `  ${name.padEnd(22)} ${cost.toFixed(2)} ms of processor a report, at ${rate.toFixed(0)} /s${share}`,
    )
    console.log(`    turns: ${taken[name].map(({ processorMs }) => processorMs.toFixed(2)).join(', ')} ms`)
  }
  const share = (costOf('as it is') - bare) / bare
  console.log(
    `  ${share <= aimedShare ? 'holds' : 'MISSED'}: ${aimedShare * 100} % at most for both together; measured ${(share * 100).toFixed(1)} %`,
  )
} finally {
  await subject.stop()
}
