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
/** Turns of one variant may differ by so much; beyond it the machine was measured, and not the locks. */
const unrestMax = 1.25

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
    owner,
    close: () => owner.end(),
  }
}

const usedMs = (subject: Subject): number =>
  [...threadsMs(subject.pid).values()].reduce((sum, ms) => sum + ms, 0) + familyMs(subject.postmasterPid)

/** Milliseconds between two looks at what is still on its way, and what one look costs: next to nothing. */
const lookMs = 200
/** Begins each turn, uncounted: after a switch every statement is planned anew. */
const warmSeconds = 1
type Turn = { processorMs: number; perSecond: number }
let streams = 0

/** A steady stream of reports, and then until the last of them stands in a queue. */
const stream = async (subject: Subject, owner: pg.Client, seconds: number): Promise<Turn> => {
  const { host, port, authorization } = subject
  const pace = { connections: 8, perSecond: Number(values['per-second']) }
  streams += 1
  const own = { run: `stream-${streams}`, from: streams * 1_000 }
  const limits = { ...pace, warmUpMs: 0, durationMs: seconds * 1_000 }
  const before = usedMs(subject)
  const done = await generate({ host, port, authorization, ...own, ...limits })
  for (;;) {
    const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from work')
    if (rows[0]?.n === 0) break
    await sleep(lookMs)
  }
  return {
    processorMs: (usedMs(subject) - before) / done.reports,
    perSecond: (done.reports * 1_000) / done.elapsedMs,
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
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
  // The first stream warms the server and is not counted.
  await stream(subject, switches.owner, 3 * warmSeconds)
  for (let round = 0; round < Number(values.rounds); round++)
    for (const [at] of names.entries()) {
      // Each round begins with another one, so that none is always the first.
      const name = names[(at + round) % names.length]
      if (name === undefined) continue
      await switches.set(variants[name])
      await stream(subject, switches.owner, warmSeconds)
      taken[name].push(await stream(subject, switches.owner, Number(values.seconds)))
    }
  await switches.set(variants['as it is'])
  await switches.close()
  console.log(
    `${subject.about}; ${values.rounds} rounds of ${values.seconds} s each; load before ${load.toFixed(1)}`,
  )
  const costsOf = (name: Variant): number[] => taken[name].map(({ processorMs }) => processorMs)
  /** What a variant takes more than the bare one did in the same round: the middle of the rounds, and of the least turns. */
  const shareOf = (name: Variant): { paired: number; least: number } => {
    const bare = costsOf('without either')
    const rounds = costsOf(name).map((cost, round) => cost / (bare[round] ?? Number.NaN) - 1)
    return { paired: middle(rounds), least: Math.min(...costsOf(name)) / Math.min(...bare) - 1 }
  }
  for (const name of names) {
    const { paired, least } = shareOf(name)
    const over =
      name === 'without either'
        ? ''
        : `, ${percent(paired)} over without either (least turns: ${percent(least)})`
    const rate = middle(taken[name].map(({ perSecond }) => perSecond))
    console.log(
      `  ${name.padEnd(22)} ${middle(costsOf(name)).toFixed(2)} ms of processor a report, at ${rate.toFixed(0)} /s${over}`,
    )
    console.log(
      `    turns: ${costsOf(name)
        .map((cost) => cost.toFixed(2))
        .join(', ')} ms`,
    )
  }
  const both = shareOf('as it is').paired
  const unrest = Math.max(...names.map((name) => Math.max(...costsOf(name)) / Math.min(...costsOf(name))))
  if (unrest > unrestMax)
    console.log(
      `  NOT MEASURED: turns of one and the same variant differ by a factor of ${unrest.toFixed(2)}; run it on a quiet machine`,
    )
  else
    console.log(
      `  ${both <= aimedShare ? 'holds' : 'MISSED'}: ${percent(aimedShare)} at most for both together; measured ${percent(both)}`,
    )
} finally {
  await subject.stop()
}
