/**
 * What the two locks and the log cost: processor time of a complete report, from its first call until it stands in a
 * queue and its entries in the tree, as the product is, without row security, without entries of the ledger, and without
 * either. The switches are statements of the database's owner and made from outside; the server has none.
 *
 * A turn is a fixed number of reports, filed as fast as they are taken, and then waited for; so every turn does the same
 * work, in batches as a burst makes them. Turns of the four variants alternate on one server, in each round in another order, and a variant
 * is compared with the bare one of its own round alone: what drifts, or what else the machine does, is then in both. PostgreSQL cleans up and
 * takes its checkpoints before a turn and not in it, for all alike. What is told is the middle of all means of two rounds
 * (Hodges and Lehmann) with the interval in which it lies at 95 % (Wilcoxon's signed ranks), so one odd turn moves little.
 */
import { loadavg } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { optionsOf } from '../../scripts/options.ts'
import { findPostgresBin } from '../../scripts/test/prerequisites.ts'
import { generate } from './main-job/generate.ts'
import { middleOf, shiftOf } from './main-job/paired.ts'
import { familyMs, processorMs } from './main-job/process-figures.ts'
import { startSubject, type Subject } from './main-job/subject.ts'

const usage = `node scripts/run24.mjs test/bench/locks.ts [options]

  --pair                      the two ends alone take turns: twice the rounds in the same time, for the verdict alone
  --rounds N                  (12) with their warm-up fewer than 10,000 reports: beyond, telephone numbers come again, and each
                              report has more links to work out
  --minutes N                 (6) after which no further round begins: a busy machine makes the interval wider, not the wait longer
  --reports N                 of a turn that are counted (120)
  --database embedded|system  on which PostgreSQL (embedded)`

const values = optionsOf(usage, {
  rounds: { type: 'string', default: '12' },
  minutes: { type: 'string', default: '6' },
  reports: { type: 'string', default: '120' },
  database: { type: 'string', default: 'embedded' },
  pair: { type: 'boolean', default: false },
})
/** Sources of enrichment are read in the background after the start; measured is what comes after. */
const settleMs = 8_000
/** What the two together may cost at most. */
const aimedShare = 0.15
/** Reports that begin each turn, uncounted: after a switch each connection plans its statements anew. */
const warmReports = 60
/** The first stream warms the server itself: what runs often is compiled by then. */
const firstReports = 600
const connections = 8

const variants = {
  'as it is': { rows: true, log: true },
  'without row security': { rows: false, log: true },
  'without the ledger': { rows: true, log: false },
  'without either': { rows: false, log: false },
} as const
type Variant = keyof typeof variants
const ends: readonly Variant[] = ['as it is', 'without either']
const names = values.pair ? ends : (Object.keys(variants) as Variant[])

/** Turns row security and the ledger's rows on or off, as the owner of the database. */
const openSwitches = async (owner: pg.Client) => {
  const { rows } = await owner.query<{ relname: string }>(
    `select relname from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace order by relname`,
  )
  const tables = rows.map(({ relname }) => pg.escapeIdentifier(relname))
  await owner.query(
    `create function bench_skip() returns trigger language plpgsql as 'begin return null; end'`,
  )
  return async ({ rows: isGuarded, log: isLogged }: { rows: boolean; log: boolean }): Promise<void> => {
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
    // Every turn begins with fresh statistics and nothing to clean up or to write out.
    await owner.query('vacuum analyze')
    await owner.query('checkpoint')
  }
}

const openOwner = async (databaseUrl: string): Promise<{ owner: pg.Client; pid: number }> => {
  const owner = new pg.Client({ connectionString: databaseUrl })
  await owner.connect()
  await owner.query('alter system set autovacuum = off')
  await owner.query(`alter system set checkpoint_timeout = '1d'`)
  const { rows } = await owner.query<{ pid: number }>('select pg_reload_conf(), pg_backend_pid() as pid')
  return { owner, pid: rows[0]?.pid ?? 0 }
}

/** Milliseconds between two looks at what is still on its way. */
const lookMs = 100
let streams = 0
let filed = 0

/** Files reports, and waits until the last of them stands in a queue and its entries have their place in the tree. */
const stream = async (subject: Subject, owner: pg.Client, reportsMax: number): Promise<void> => {
  const { host, port, authorization } = subject
  streams += 1
  const own = { run: `stream-${streams}`, from: filed }
  filed += reportsMax
  const limits = { connections, warmUpMs: 0, durationMs: 600_000, reportsMax }
  const done = await generate({ host, port, authorization, ...own, ...limits })
  if (done.reports !== reportsMax) throw new Error(`${done.reports} of ${reportsMax} reports were filed`)
  for (;;) {
    const { rows } = await owner.query<{ n: number }>(
      'select (select count(*)::int from work) + (select count(*)::int from ledger_pending) as n',
    )
    if (rows[0]?.n === 0) return
    await sleep(lookMs)
  }
}

const share = (log: number): number => Math.exp(log) - 1
const percent = (part: number): string => `${(part * 100).toFixed(1)} %`

const bin = findPostgresBin()
if (!bin) throw new Error('This measurement needs PostgreSQL 15 or later. Run npm test once: it installs it.')
const load = loadavg()[0] ?? 0
const subject = await startSubject(values.database === 'system' ? 'system' : 'embedded', bin)
try {
  await sleep(settleMs)
  const { owner, pid } = await openOwner(subject.databaseUrl)
  const set = await openSwitches(owner)
  const reports = Number(values.reports)
  const usedMs = () => processorMs(subject.pid) + familyMs(subject.postmasterPid) - processorMs(pid)
  const taken: Record<Variant, number[]> = {
    'as it is': [],
    'without row security': [],
    'without the ledger': [],
    'without either': [],
  }
  await stream(subject, owner, firstReports)
  const until = Date.now() + Number(values.minutes) * 60_000
  for (let round = 0; round < Number(values.rounds) && Date.now() < until; round++) {
    for (const [at] of names.entries()) {
      // Each round begins with another one and every second goes the other way, so that none has always the same before it.
      const place = (round % 2 === 0 ? at : names.length - at) + (round >> 1)
      const name = names[place % names.length]
      if (name === undefined) continue
      await set(variants[name])
      await stream(subject, owner, warmReports)
      const before = usedMs()
      await stream(subject, owner, reports)
      taken[name].push((usedMs() - before) / reports)
    }
    process.stderr.write(
      `round ${round + 1}: ${names.map((name) => taken[name].at(-1)?.toFixed(1)).join(', ')} ms\n`,
    )
  }
  await owner.end()
  const rounds = taken['as it is'].length
  console.log(`${subject.about}; ${rounds} rounds of ${reports} reports; load before ${load.toFixed(1)}`)
  /** What a variant takes more than the bare one did in the same round. */
  const overBare = (name: Variant) =>
    shiftOf(taken[name].map((cost, round) => Math.log(cost / (taken['without either'][round] ?? Number.NaN))))
  for (const name of names) {
    const { middle, low, high } = overBare(name)
    const over =
      name === 'without either'
        ? ''
        : `; ${percent(share(middle))} over without either (95 %: ${percent(share(low))} to ${percent(share(high))})`
    console.log(`  ${name.padEnd(22)} ${middleOf(taken[name]).toFixed(2)} ms of processor a report${over}`)
    console.log(`    turns, in their order: ${taken[name].map((cost) => cost.toFixed(2)).join(', ')} ms`)
  }
  const { middle, low, high } = overBare('as it is')
  const verdict =
    share(high) <= aimedShare
      ? 'holds'
      : share(low) > aimedShare
        ? 'MISSED'
        : 'NOT MEASURED (the interval holds the limit; more rounds, or a quieter machine)'
  console.log(
    `  ${verdict}: ${percent(aimedShare)} at most for both together; measured ${percent(share(middle))}, with 95 % between ${percent(share(low))} and ${percent(share(high))}`,
  )
} finally {
  await subject.stop()
}
