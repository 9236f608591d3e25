/**
 * What keeping clocks adds to the pipeline: the time of `keepClocksOfReports` for reports that were just routed, in batches as the
 * pipeline has them, beside the whole way of the same reports from filing to tip in the same run.
 *
 * TIPLINE_BENCH_REPORTS reports (default 600). It prints a ratio: the machine is shared, and a time alone says little.
 */
import { openDatabase } from '../../packages/server/src/db/database.ts'
import type { Actor } from '../../packages/server/src/db/actor.ts'
import { keepClocksOfReports } from '../../packages/server/src/features/routing/keep-clocks.ts'
import { clientOf, reportFrom } from '../faults/support/reports.ts'
import { eventually, startTestServer } from '../support/server.ts'

const reports = Number(process.env.TIPLINE_BENCH_REPORTS ?? 600)
const batch = 50
const atATime = 8
const ends: (() => Promise<void>)[] = []

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

try {
  const server = await startTestServer({ after: (done) => ends.push(done) })
  const client = clientOf(server.address, await server.addProvider('Example Provider'))
  const ids: string[] = []
  const fileOne = async (): Promise<void> => {
    const { reportId } = await client.submit(reportFrom('wisconsin', `bench-${ids.length}`))
    ids.push(reportId)
    await client.finish(reportId)
  }
  const wholeMs = await timed(async () => {
    await Promise.all(
      Array.from({ length: atATime }, async () => {
        while (ids.length < reports) await fileOne()
      }),
    )
    await eventually(async () => {
      const [left] = await server.database.query<{ n: string }>('select count(*) as n from work', [])
      return Number(left?.n) === 0 ? true : undefined
    }, 300_000)
  })
  const database = openDatabase(server.database.url)
  ends.unshift(() => database.close())
  const stage: Actor = { role: 'tipline_pipeline', kind: 'pipeline', stage: 'route' }
  let keptMs = 0
  for (let at = 0; at < ids.length; at += batch)
    keptMs += await timed(() =>
      database.transaction(stage, (tx) => keepClocksOfReports(tx, ids.slice(at, at + batch), new Date())),
    )
  const [kept] = await server.database.query<{ n: string }>('select count(*) as n from tip_clock', [])
  console.log(
    `${ids.length} reports: ${(wholeMs / ids.length).toFixed(2)} ms each from filing to tip; ${(keptMs / ids.length).toFixed(2)} ms each for ${kept?.n} clocks. Ratio ${((keptMs / wholeMs) * 100).toFixed(1)} %.`,
  )
} finally {
  for (const end of ends) await end()
}
