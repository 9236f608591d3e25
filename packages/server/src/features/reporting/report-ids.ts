import type { Actor } from '../../db/actor.ts'
import type { Services } from '../../platform/services.ts'
import { reportIdsTaken } from './choices.ts'

/** Gives out report ids, taking a batch from the sequence at a time. Two processes never give the same. */
export const reportIds = (services: Pick<Services, 'database'>) => {
  let ready: string[] = []
  let taking: Promise<void> | undefined
  const take = async (actor: Actor): Promise<void> => {
    const rows = await services.database.transaction(actor, (tx) =>
      tx.prepared<{ id: string }>(
        'report-ids',
        `select nextval('report_id_seq') as id from generate_series(1, $1)`,
        [reportIdsTaken],
      ),
    )
    ready = ready.concat(rows.map((row) => row.id))
  }
  return async (actor: Actor): Promise<string> => {
    for (;;) {
      const id = ready.shift()
      if (id !== undefined) return id
      taking ??= take(actor).finally(() => {
        taking = undefined
      })
      await taking
    }
  }
}
