import {
  assess,
  columnValue,
  emptyColumns,
  rankColumns,
  signalsOf,
  type SignalColumns,
} from '@opentipline/domain'
import { shippedPolicy } from '../judgement/shipped.ts'
import { vignettes } from '../judgement/vignettes.ts'

/**
 * Judgement: reports assessed and re-ranked, beside a plain baseline in the same run. Run:
 * `node scripts/run24.mjs test/bench/judgement.ts [rows]`. Ratios travel between machines, times do not. Processor time is
 * shown beside the time by the clock, since other work on the machine stretches only the latter.
 */
const ROWS = Number(process.argv[2] ?? 1_000_000)
const REPORTS = 1_000
const RUNS = 7

type Timed = { ms: number; cpuMs: number }

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

function timed(act: () => unknown): Timed {
  const runs = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    const before = process.cpuUsage()
    act()
    const { user, system } = process.cpuUsage(before)
    return { ms: performance.now() - start, cpuMs: (user + system) / 1_000 }
  })
  return { ms: median(runs.map(({ ms }) => ms)), cpuMs: median(runs.map(({ cpuMs }) => cpuMs)) }
}

function tell(what: string, { ms, cpuMs }: Timed, baseline?: Timed): void {
  const ratio = baseline === undefined ? '' : `  ${(cpuMs / baseline.cpuMs).toFixed(1)}x the baseline`
  console.log(
    `${what.padEnd(64)} ${ms.toFixed(1).padStart(8)} ms  ${cpuMs.toFixed(1).padStart(8)} ms of processor${ratio}`,
  )
}

/** A linear congruential sequence: the same columns in every run. */
function fill({ columns }: SignalColumns): void {
  let state = 1
  for (const column of columns) {
    for (let row = 0; row < column.length; row++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      const draw = state >>> 24
      column[row] = draw < 20 ? columnValue.true : draw < 60 ? columnValue.false : columnValue.unknown
    }
  }
}

/** The least that any ranking does: add four columns up for each row and sort the rows by the sum. */
function plainRanking({ columns, rows }: SignalColumns): Uint32Array {
  const sums = new Uint32Array(rows)
  for (const column of columns.slice(0, 4))
    for (let row = 0; row < rows; row++) sums[row] = (sums[row] ?? 0) + (column[row] ?? 0)
  return new Uint32Array(rows).map((_, row) => row).toSorted((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0))
}

function main(): void {
  const policy = shippedPolicy('icac-standards')
  const facts = Array.from({ length: REPORTS }, (_, index) => vignettes[index % vignettes.length]?.a).filter(
    (one) => one !== undefined,
  )
  const signals = facts.map(signalsOf)
  const texts = facts.map(({ report }) => JSON.stringify(report))

  console.log(`${policy.name}, ${policy.rules.length} rules, ${policy.floors.length} floors`)
  const parse = timed(() => texts.map((text): unknown => JSON.parse(text)))
  tell(`baseline: JSON.parse of ${REPORTS} reports`, parse)
  tell(
    `signals of ${REPORTS} reports`,
    timed(() => facts.map(signalsOf)),
    parse,
  )
  tell(
    `assess ${REPORTS} reports, with why and what would change`,
    timed(() => signals.map((one) => assess({ signals: one, policy }))),
    parse,
  )

  const columns = emptyColumns(ROWS)
  fill(columns)
  const plain = timed(() => plainRanking(columns))
  tell(`baseline: four columns added and sorted, ${ROWS} rows`, plain)
  tell(
    `re-rank ${ROWS} reports under an edited policy`,
    timed(() => rankColumns(policy, columns)),
    plain,
  )
}

if (import.meta.main) main()
