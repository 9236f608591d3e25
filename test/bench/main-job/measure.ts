import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { openConnection } from './connection.ts'
import { type Spread, spreadOf } from './figures.ts'
import { generate } from './generate.ts'
import type { CallName, Job } from './generator.ts'
import { familyMs, residentBytes, threadsMs, watchMemory } from './process-figures.ts'
import { requestsOf, tagOf } from './requests.ts'
import type { Subject } from './subject.ts'
import { onTheWay, watchVisible } from './visible.ts'

export type Options = { seconds: number; connections: number; pacedPerSecond: number; pacedSeconds: number }

const jobOf = (subject: Subject, run: string, options: Options): Job => ({
  host: subject.host,
  port: subject.port,
  authorization: subject.authorization,
  run,
  connections: options.connections,
  warmUpMs: 3_000,
  durationMs: options.seconds * 1_000,
})

/** Processor time, in milliseconds for each report, by who used it. */
export type Cost = { serverMain: number; serverOthers: number; postgres: number; generator: number }

export type Saturated = {
  perSecond: number
  calls: Partial<Record<CallName, Spread>>
  cost: Cost
  memoryBytesMax: number
  /** Reports still on their way at the end, and seconds until none was. */
  backlog: number
  drainedAfterSeconds: number
}

/** As many as the server takes, complete or submissions alone. */
export const saturate = async (
  subject: Subject,
  options: Options,
  submitOnly = false,
): Promise<Saturated> => {
  const job = { ...jobOf(subject, submitOnly ? 'only' : 'full', options), submitOnly }
  const memory = watchMemory(subject.pid)
  const meter = startMeter(subject)
  const done = await generate(job, () => undefined, meter.begin)
  const used = meter.end()
  const backlog = await onTheWay(subject.databaseUrl)
  const drainedFrom = performance.now()
  while ((await onTheWay(subject.databaseUrl)) > 0) await sleep(100)
  const names: CallName[] = submitOnly ? ['submit'] : ['submit', 'upload', 'fileinfo', 'finish']
  return {
    perSecond: (done.reports * 1_000) / done.elapsedMs,
    calls: Object.fromEntries(names.map((name) => [name, spreadOf(done.times[name])])),
    cost: {
      serverMain: used.main / done.reports,
      serverOthers: used.others / done.reports,
      postgres: used.postgres / done.reports,
      generator: done.cpuMs / done.reports,
    },
    memoryBytesMax: memory.stop(),
    backlog,
    drainedAfterSeconds: (performance.now() - drainedFrom) / 1_000,
  }
}

/** Counts processor time from `begin`: the server's main thread, its others together, and PostgreSQL. */
const startMeter = (subject: Subject) => {
  const read = () => ({ threads: threadsMs(subject.pid), postgres: familyMs(subject.postmasterPid) })
  let from = read()
  return {
    begin: () => {
      from = read()
    },
    end: () => {
      const { threads, postgres } = read()
      const used = [...threads].map(([id, ms]) => ({ id, ms: ms - (from.threads.get(id) ?? 0) }))
      const main = used.find(({ id }) => id === subject.pid)?.ms ?? Number.NaN
      const all = used.reduce((sum, { ms }) => sum + ms, 0)
      return { main, others: all - main, postgres: postgres - from.postgres }
    },
  }
}

export type Paced = { perSecond: number; visible: Spread; missing: number; calls: Record<CallName, Spread> }

/** A steady stream: how long after the answer to `finish` a report is visible in a queue. */
export const pace = async (subject: Subject, options: Options): Promise<Paced> => {
  const watch = await watchVisible(subject.databaseUrl)
  const job = {
    ...jobOf(subject, 'paced', options),
    durationMs: options.pacedSeconds * 1_000,
    perSecond: options.pacedPerSecond,
  }
  const done = await generate(job, watch.filed)
  const { times, missing } = await watch.end()
  return {
    perSecond: (done.reports * 1_000) / done.elapsedMs,
    visible: spreadOf(times),
    missing,
    calls: {
      submit: spreadOf(done.times.submit),
      upload: spreadOf(done.times.upload),
      fileinfo: spreadOf(done.times.fileinfo),
      finish: spreadOf(done.times.finish),
    },
  }
}

export type Large = { megabytesPerSecond: number; memoryAboveIdleBytes: number; seconds: number }

/** One upload of many bytes, and the memory above idle while it lasts. */
export const uploadLarge = async (subject: Subject, sizeBytes: number): Promise<Large> => {
  const { host, port, authorization } = subject
  const connection = await openConnection(host, port)
  const requests = requestsOf(`${host}:${port}`, authorization, 'large')
  const reportId = tagOf(await connection.call(requests.submit(sizeBytes)), 'reportId')
  connection.close()
  const idleBytes = residentBytes(subject.pid)
  const memory = watchMemory(subject.pid)
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(import.meta.dirname, 'large-upload.ts'),
    host,
    String(port),
    authorization,
    reportId,
    String(sizeBytes),
  ])
  const ms = Number(stdout)
  return {
    megabytesPerSecond: sizeBytes / 1_000 / ms,
    memoryAboveIdleBytes: memory.stop() - idleBytes,
    seconds: ms / 1_000,
  }
}
