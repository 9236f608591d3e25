import type { Actor } from '../db/actor.ts'
import type { Stage } from '../db/tables.ts'
import { record } from '../features/ledger/index.ts'
import { rankActivations } from '../features/routing/index.ts'
import type { PipelineServices } from '../platform/services.ts'
import { stages } from './stages.ts'
import {
  advance,
  attemptsMax,
  batchItemsMax,
  claim,
  claimOne,
  errorCharactersMax,
  pauseAfter,
  stageOrder,
  type WorkItem,
} from './work.ts'

/** How long to wait for news when there was nothing to do. A wake-up ends the wait at once. */
const idleMs = 200
/** How long to wait when the database does not answer. */
const troubleMs = 2_000

export type Pipeline = {
  /** Says that there may be work. */
  wake(): void
  /** Finishes what is under way and stops. */
  stop(): Promise<void>
}

const actor = (stage: Stage): Actor => ({ role: 'tipline_pipeline', kind: 'pipeline', stage })

/** Starts working the pipeline until stopped. Several may run at once, in any number of processes. */
export const runPipeline = (services: PipelineServices): Pipeline => {
  let stopping = false
  let wake: (() => void) | undefined
  let woken = false
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const loop = async (): Promise<void> => {
    for (;;) {
      woken = false
      const did = await pass(services).catch((error: unknown) => {
        services.log.error({}, 'the pipeline could not work; it goes on shortly', error)
        return 'trouble' as const
      })
      if (stopping) return
      if (did === 'trouble') await pause(troubleMs)
      else if (did === 0 && !woken) await pause(idleMs)
    }
  }
  const running = loop()
  return {
    wake: () => {
      woken = true
      wake?.()
    },
    stop: async () => {
      stopping = true
      wake?.()
      await running
    },
  }
}

/**
 * One pass over the stages in their order, so that a report goes the whole way in one; a batch of each at most, so that
 * none waits for another to be empty. Gives the number of items moved.
 */
const pass = async (services: PipelineServices): Promise<number> => {
  let moved = 0
  for (const stage of stageOrder) moved += await runBatch(services, stage)
  return moved + (await rankActivations(services))
}

const runBatch = async (services: PipelineServices, stage: Stage): Promise<number> => {
  let claimed: WorkItem[] = []
  try {
    return await services.database.transaction(actor(stage), async (tx) => {
      claimed = await claim(tx, stage, batchItemsMax)
      if (claimed.length === 0) return 0
      await stages[stage](tx, services, claimed)
      await advance(tx, stage, claimed)
      return claimed.length
    })
  } catch (error) {
    if (claimed.length === 0) throw error
    // Something in the batch fails: each alone, so that nothing waits behind the one that does.
    let moved = 0
    for (const item of claimed) moved += await runOne(services, stage, item)
    return moved
  }
}

const runOne = async (services: PipelineServices, stage: Stage, item: WorkItem): Promise<number> => {
  try {
    return await services.database.transaction(actor(stage), async (tx) => {
      const claimed = await claimOne(tx, stage, item.reportId)
      if (!claimed) return 0
      await stages[stage](tx, services, [claimed])
      await advance(tx, stage, [claimed])
      return 1
    })
  } catch (error) {
    services.log.warn(
      { reportId: item.reportId, stage, attempts: item.attempts + 1 },
      'a stage failed for a report',
    )
    await putBack(services, stage, item, error)
    return 0
  }
}

/** Notes the failure; after the last try the report is stuck, which a person sees and can retry. */
const putBack = async (
  services: PipelineServices,
  stage: Stage,
  item: WorkItem,
  error: unknown,
): Promise<void> => {
  const attempts = item.attempts + 1
  const stuck = attempts >= attemptsMax
  await services.database.transaction(actor(stage), async (tx) => {
    await tx.prepared(
      'work-put-back',
      `update work set attempts = $2, state = $3, last_error = $4, not_before = now() + $5 * interval '1 millisecond'
       where report_id = $1 and stage = $6`,
      [item.reportId, attempts, stuck ? 'stuck' : 'ready', errorText(error), pauseAfter(attempts), stage],
    )
    if (stuck)
      await record(tx, services.now(), {
        action: 'report.stuck',
        object: { kind: 'report', id: item.reportId },
        outcome: 'failed',
        details: { stage, attempts },
      })
  })
}

const errorText = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, errorCharactersMax)
