import type { Actor } from '../../db/actor.ts'
import type { Services } from '../../platform/services.ts'
import { keepClocks } from '../routing/index.ts'

/** Tips worked out in one transaction: others wait for their rows no longer than that takes. */
const batchTipsMax = 64
/** Batches of one sweep at most, so that stopping the server never waits long. */
const batchesMax = 50

const actor: Actor = { role: 'tipline_pipeline', kind: 'pipeline', stage: 'clocks' }

/** Claims go by state, never by an id: a tip that is listed late is found all the same. */
const claim = `select tip_id from clock_work order by since, tip_id limit $1 for update skip locked`
const done = 'delete from clock_work where tip_id = any($1::bigint[])'
const passed = `select tip_id from tip where next_clock_at <= $2 and withdrawn_at is null order by next_clock_at, tip_id limit $1
  for update skip locked`

/**
 * Works out anew what is listed, and points tips whose next clock has passed at the one after it. Idempotent, and any number
 * may run. Gives the number of tips dealt with.
 */
export const sweepClocks = async (services: Pick<Services, 'database' | 'now'>): Promise<number> => {
  let dealt = 0
  for (let batch = 0; batch < batchesMax; batch++) {
    const found = await sweepBatch(services)
    dealt += found
    if (found === 0) break
  }
  return dealt
}

const sweepBatch = ({ database, now }: Pick<Services, 'database' | 'now'>): Promise<number> =>
  database.transaction(actor, async (tx) => {
    const listed = await tx.prepared<{ tip_id: string }>('clocks-claim', claim, [batchTipsMax])
    const over = await tx.prepared<{ tip_id: string }>('clocks-passed', passed, [batchTipsMax, now()])
    const ids = [...new Set([...listed, ...over].map((row) => row.tip_id))]
    await keepClocks(tx, ids, now())
    if (listed.length > 0) await tx.prepared('clocks-done', done, [listed.map((row) => row.tip_id)])
    return ids.length
  })
