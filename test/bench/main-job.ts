/**
 * The main job: how many complete reports a second the server takes (submit, one upload of 64 KiB, fileinfo, finish),
 * each answer after a durable commit; how soon a finished report is visible; what large uploads do. Beside it, in the
 * same run and on the same PostgreSQL, what pgbench and OpenSSL do with the same rows and bytes.
 */
import { writeFile } from 'node:fs/promises'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { optionsOf } from '../../scripts/options.ts'
import { findPostgresBin } from '../../scripts/test/prerequisites.ts'
import { bareInsert } from './main-job/bare-insert.ts'
import { type Options, pace, saturate, uploadLarge } from './main-job/measure.ts'
import type { Measured } from './main-job/measured.ts'
import { opensslThreeHashes } from './main-job/openssl.ts'
import { tableOf } from './main-job/print.ts'
import { residentBytes } from './main-job/process-figures.ts'
import { type DatabaseKind, startSubject } from './main-job/subject.ts'

const usage = `node scripts/run24.mjs test/bench/main-job.ts [options]

  --database embedded|system|both  on which PostgreSQL (both)
  --seconds N                      of each measurement (10)
  --connections N                  of the load (24)
  --paced-seconds N                of the measurement at a steady pace (15)
  --json FILE                      the figures, too
  --profile FOLDER                 a processor profile of the server
  --quick                          complete reports alone`

const values = optionsOf(usage, {
  database: { type: 'string', default: 'both' },
  seconds: { type: 'string', default: '10' },
  connections: { type: 'string', default: '24' },
  'paced-seconds': { type: 'string', default: '15' },
  json: { type: 'string' },
  profile: { type: 'string' },
  quick: { type: 'boolean', default: false },
})
const options: Options = {
  seconds: Number(values.seconds),
  connections: Number(values.connections),
  pacedPerSecond: 50,
  pacedSeconds: Number(values['paced-seconds']),
}
const gibibyte = 1_073_741_824
/** Sources of enrichment are read in the background after the start; measured is what comes after. */
const settleMs = 8_000

const postgresBin = findPostgresBin()
if (!postgresBin)
  throw new Error(
    'This measurement needs PostgreSQL 15 or later with pgbench. Run npm test once: it installs it.',
  )
const bin = postgresBin

const measure = async (database: DatabaseKind): Promise<Measured | undefined> => {
  const nodeArgs = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`]
  const subject = await startSubject(database, bin, nodeArgs)
  try {
    await sleep(settleMs)
    const idleBytes = residentBytes(subject.pid)
    const full = await saturate(subject, options)
    if (values.quick) {
      console.log(JSON.stringify({ database, full }, null, 1))
      return undefined
    }
    const paced = await pace(subject, options)
    const submitOnly = await saturate(subject, options, true)
    const bare = await bareInsert({
      databaseUrl: subject.databaseUrl,
      pgbench: join(bin, 'pgbench'),
      folder: subject.folder,
      clients: options.connections,
      seconds: options.seconds,
    })
    const oneGib = await uploadLarge(subject, gibibyte)
    const twoGib = await uploadLarge(subject, 2 * gibibyte)
    const openssl = await opensslThreeHashes()
    return {
      database,
      about: subject.about,
      idleBytes,
      full,
      submitOnly,
      bare,
      paced,
      oneGib,
      twoGib,
      openssl,
    }
  } finally {
    await subject.stop()
  }
}

const wanted: DatabaseKind[] =
  values.database === 'both' ? ['embedded', 'system'] : [values.database === 'system' ? 'system' : 'embedded']
const machine = `${availableParallelism()} cores of ${cpus()[0]?.model ?? 'an unknown processor'}, Node ${process.versions.node}`
console.log(`The main job, ${new Date().toISOString().slice(0, 10)}, on ${machine}; load generator included`)
const all: Measured[] = []
for (const database of wanted) {
  const measured = await measure(database)
  if (!measured) continue
  all.push(measured)
  console.log(tableOf(measured))
}
if (values.json !== undefined)
  await writeFile(values.json, JSON.stringify({ machine, measured: all }, null, 1))
