import { short, type Spread } from './figures.ts'
import type { Measured } from './measured.ts'

const mebibytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(0)} MiB`

const row = (what: string, value: string, beside = ''): string =>
  `  ${what.padEnd(44)}${value.padStart(14)}   ${beside}`

const spread = (what: string, { p50, p99, max, count }: Spread): string =>
  row(what, `${short(p50)} ms`, `p99 ${short(p99)} ms, max ${short(max)} ms, ${count} measured`)

const verdict = (holds: boolean, aim: string): string => `${holds ? 'holds' : 'MISSED'}: ${aim}`

/** The table of one database. Ratios travel between machines, rates do not. */
export const tableOf = ({
  about,
  full,
  submitOnly,
  bare,
  paced,
  oneGib,
  twoGib,
  openssl,
  idleBytes,
}: Measured): string =>
  [
    about,
    row('complete reports a second', short(full.perSecond), verdict(full.perSecond >= 300, '300 or more')),
    ...Object.entries(full.calls).map(([name, times]) => spread(`  ${name}, p50`, times)),
    row(
      '  beside the bare durable inserts',
      `1 : ${short(bare.reportsPerSecond / full.perSecond)}`,
      `${short(bare.reportsPerSecond)} a second by pgbench; ${verdict(bare.reportsPerSecond / full.perSecond <= 3, 'within 3x')}`,
    ),
    row(
      '  processor time of each report',
      `${short(full.cost.serverMain + full.cost.serverOthers + full.cost.postgres + full.cost.generator)} ms`,
      `server's main thread ${short(full.cost.serverMain)}, its others ${short(full.cost.serverOthers)}, PostgreSQL ${short(full.cost.postgres)}, generator ${short(full.cost.generator)}`,
    ),
    row(
      '  memory of the server, idle and at most',
      mebibytes(full.memoryBytesMax),
      `idle ${mebibytes(idleBytes)}`,
    ),
    row(
      '  left for the pipeline at the end',
      String(full.backlog),
      `worked off in ${short(full.drainedAfterSeconds)} s`,
    ),
    row('submissions a second, alone', short(submitOnly.perSecond)),
    ...Object.entries(submitOnly.calls).map(([name, times]) => spread(`  ${name}, p50`, times)),
    row(
      '  beside the bare durable insert',
      `1 : ${short(bare.submitsPerSecond / submitOnly.perSecond)}`,
      `${short(bare.submitsPerSecond)} a second by pgbench; ${verdict(bare.submitsPerSecond / submitOnly.perSecond <= 3, 'within 3x')}`,
    ),
    row(
      'finished to visible, at a steady',
      `${short(paced.perSecond)} /s`,
      paced.missing > 0 ? `MISSED: ${paced.missing} never came` : 'all came',
    ),
    spread('  visible after, p50', paced.visible),
    row('', '', verdict(paced.visible.p99 < 2_000, 'p99 under 2 s')),
    row(
      '1 GiB upload',
      `${short(oneGib.megabytesPerSecond)} MB/s`,
      verdict(oneGib.megabytesPerSecond >= 150, '150 MB/s or more'),
    ),
    row(
      '  beside OpenSSL, three digests on one core',
      `1 : ${short(openssl / oneGib.megabytesPerSecond)}`,
      `${short(openssl)} MB/s`,
    ),
    row(
      '2 GiB upload, memory above idle',
      mebibytes(twoGib.memoryAboveIdleBytes),
      verdict(twoGib.memoryAboveIdleBytes <= 64 * 1_048_576, '64 MiB at most'),
    ),
  ].join('\n')
