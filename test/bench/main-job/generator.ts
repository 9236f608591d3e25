/**
 * The load, in a process of its own. Told what to do by one message; answers with `filed` messages on the way, and one
 * `done` with the times of every call.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Connection, openConnection } from './connection.ts'
import { requestsOf, tagOf } from './requests.ts'

export type Job = {
  host: string
  port: number
  authorization: string
  run: string
  connections: number
  /** How long reports are begun, after a warm-up that is not counted. */
  warmUpMs: number
  /** The number of the first report: another one for each run, so that runs share no account and no address. */
  from?: number
  durationMs: number
  /** Complete reports to begin each second; as many as the server takes when absent. */
  perSecond?: number
  /** Submissions alone rather than complete reports. */
  submitOnly?: boolean
  /** Ends after so many reports, however long they take, where that is before the time is over. */
  reportsMax?: number
}

const calls = ['submit', 'upload', 'fileinfo', 'finish'] as const
export type CallName = (typeof calls)[number]

/** Times are milliseconds since 1970, with fractions. */
export type Filed = { reportId: string; finishedAt: number }
export type Done = {
  /** Complete reports of the counted time. */
  reports: number
  elapsedMs: number
  /** Milliseconds of each counted call. */
  times: Record<CallName, number[]>
  cpuMs: number
}
export type FromGenerator =
  | { kind: 'filed'; filed: Filed[] }
  | { kind: 'warm' }
  | ({ kind: 'done' } & Done)
  | { kind: 'failed'; why: string }

const now = (): number => performance.timeOrigin + performance.now()
/** How often those filed are told: often enough to be looked for at once, seldom enough to cost nothing. */
const tellMs = 20

const run = async (job: Job): Promise<void> => {
  const requests = requestsOf(`${job.host}:${job.port}`, job.authorization, job.run)
  const connections = await Promise.all(
    Array.from({ length: job.connections }, () => openConnection(job.host, job.port)),
  )
  const startedAt = now() + job.warmUpMs
  const endsAt = startedAt + job.durationMs
  const times: Done['times'] = { submit: [], upload: [], fileinfo: [], finish: [] }
  let begun = 0
  let reports = 0
  let cpu = process.cpuUsage()
  setTimeout(() => {
    cpu = process.cpuUsage()
    tell({ kind: 'warm' })
  }, job.warmUpMs)
  let filed: Filed[] = []
  const teller = setInterval(() => {
    if (filed.length === 0) return
    tell({ kind: 'filed', filed })
    filed = []
  }, tellMs)

  const timed = async (connection: Connection, name: CallName, request: Buffer): Promise<string> => {
    const at = now()
    const answer = await connection.call(request)
    if (at >= startedAt) times[name].push(now() - at)
    return answer
  }
  const complete = async (connection: Connection, n: number): Promise<void> => {
    const isCounted = now() >= startedAt
    const reportId = tagOf(await timed(connection, 'submit', requests.submit(n)), 'reportId')
    if (!job.submitOnly) {
      const fileId = tagOf(await timed(connection, 'upload', requests.upload(reportId, n)), 'fileId')
      await timed(connection, 'fileinfo', requests.fileinfo(reportId, fileId, n))
      await timed(connection, 'finish', requests.finish(reportId))
      filed.push({ reportId, finishedAt: now() })
    }
    if (isCounted) reports += 1
  }
  /** When the next report is to begin; paced ones on a fixed grid, whatever became of those before. */
  const nextTurn = (): number => {
    const n = begun
    begun += 1
    return job.perSecond === undefined ? 0 : startedAt - job.warmUpMs + (n * 1_000) / job.perSecond
  }
  const lane = async (connection: Connection): Promise<void> => {
    for (;;) {
      if (begun === job.reportsMax) return
      const n = (job.from ?? 0) + begun
      const turn = nextTurn()
      if (turn > now()) await sleep(turn - now())
      if (now() >= endsAt) return
      await complete(connection, n)
    }
  }
  await Promise.all(connections.map(lane))
  const elapsedMs = now() - startedAt
  clearInterval(teller)
  for (const connection of connections) connection.close()
  const used = process.cpuUsage(cpu)
  tell({ kind: 'filed', filed })
  tell({ kind: 'done', reports, elapsedMs, times, cpuMs: (used.user + used.system) / 1_000 })
}

const tell = (message: FromGenerator): void => {
  process.send?.(message)
}

process.once('message', (job: Job) => {
  run(job).then(
    () => process.disconnect(),
    (error: unknown) => {
      tell({ kind: 'failed', why: error instanceof Error ? error.message : String(error) })
      process.disconnect()
    },
  )
})
