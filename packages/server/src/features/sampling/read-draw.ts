import { type SampleDrawList, samplePools } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { drawView, loadDraw, poolOf } from './draws.ts'

/**
 * The pools of a draw and what was drawn from them. Who reads it is kept: they know too much to re-read any of it.
 * @throws Problem not-found
 */
export const readSampleDraw = async (
  tx: Transaction,
  session: Session,
  drawId: string,
  now: Date,
): Promise<SampleDrawList> => {
  const row = await loadDraw(tx, session, drawId)
  await tx.prepared(
    'sample-list-read',
    'update sample_draw set list_read_by = list_read_by || $2::text where draw_id = $1 and not $2 = any(list_read_by)',
    [drawId, session.personId],
  )
  await record(tx, now, {
    action: 'sample.list-read',
    object: { kind: 'agency', id: session.actor.agencyId },
    details: { draw: drawId },
  })
  const items = await tx.prepared<{ tip_id: string; pool: string }>(
    'sample-list',
    'select tip_id, pool from sample_item where draw_id = $1 order by tip_id',
    [drawId],
  )
  return {
    draw: drawView(row),
    pools: samplePools.map((pool) => ({
      pool,
      tipIds: poolOf(row, pool),
      drawn: items.filter((item) => item.pool === pool).map(({ tip_id }) => tip_id),
    })),
  }
}
