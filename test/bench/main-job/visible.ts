import pg from 'pg'
import type { Filed } from './generator.ts'

/** Milliseconds between two looks; what is measured is at most this much too long. */
const lookMs = 15
/** What is not visible by then is told as never visible. */
const patienceMs = 60_000

const now = (): number => performance.timeOrigin + performance.now()

/** Looks for filed reports in the queues as they arrive. `times` are milliseconds from the answer to `finish`. */
export const watchVisible = async (databaseUrl: string) => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const waiting = new Map<string, number>()
  const times: number[] = []
  const look = async (): Promise<void> => {
    if (waiting.size === 0) return
    const { rows } = await client.query<{ report_id: string }>({
      name: 'look',
      text: `select report_id from tip where report_id = any($1::bigint[])
             union select report_id from unrouted where report_id = any($1::bigint[])`,
      values: [[...waiting.keys()]],
    })
    const seenAt = now()
    for (const { report_id } of rows) {
      const finishedAt = waiting.get(report_id)
      if (finishedAt !== undefined) times.push(Math.max(0, seenAt - finishedAt))
      waiting.delete(report_id)
    }
  }
  const stop = new AbortController()
  const looking = (async () => {
    while (!stop.signal.aborted) {
      await look()
      await new Promise((resolve) => setTimeout(resolve, lookMs))
    }
  })()
  return {
    filed: (filed: readonly Filed[]) => {
      for (const { reportId, finishedAt } of filed) waiting.set(reportId, finishedAt)
    },
    /** Waits for those still on their way; gives the times and how many never came. */
    end: async (): Promise<{ times: number[]; missing: number }> => {
      const until = now() + patienceMs
      while (waiting.size > 0 && now() < until) await new Promise((resolve) => setTimeout(resolve, lookMs))
      stop.abort()
      await looking
      await client.end()
      return { times, missing: waiting.size }
    },
  }
}

/** Reports that are still on their way. */
export const onTheWay = async (databaseUrl: string): Promise<number> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from work')
  await client.end()
  return rows[0]?.n ?? 0
}
