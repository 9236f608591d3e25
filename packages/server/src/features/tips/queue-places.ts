import type { Assessment, LabelView } from '@opentipline/contract'
import { placeUnknowns, type QueueStep } from '@opentipline/domain'
import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import type { PolicyBook } from '../policies/index.ts'
import { clockOrNever, inLane } from './lane.ts'
import { shownTips } from './row.ts'

type Placed = { tip_id: string; policy_id: string; policy_version: number }

/**
 * The assessment with the place in the agency's queue that each unknown would give the tip either way. The open tips
 * are counted once, by the spot they stand on, whatever the number of unknowns.
 */
export const withPlaces = async (
  tx: Transaction,
  session: Session,
  book: PolicyBook,
  row: Placed,
  { assessment, label }: { assessment: Assessment; label: LabelView | null },
): Promise<Assessment> => {
  const policy = await book.version(tx, session.actor.agencyId, row.policy_id, row.policy_version)
  if (!policy) return assessment
  const others = await readSteps(tx, session, row.tip_id)
  const said = label?.override?.label ?? null
  return { ...assessment, unknown: placeUnknowns({ assessment, policy, label: said, others }) }
}

const readSteps = async (tx: Transaction, session: Session, tipId: string): Promise<QueueStep[]> => {
  const goesBefore = sql<boolean>`(${clockOrNever}, tip.tip_id) <
    (select coalesce(t.next_clock_at, 'infinity'::timestamptz), t.tip_id from tip t where t.tip_id = ${tipId}::bigint)`
  const rows = await tx.rows(
    shownTips(session.actor.agencyId, session.personId)
      .where(inLane('open'))
      .where('tip.tip_id', '<>', tipId)
      .select(['tip.lane', 'tip.band_rank', 'tip.risk_low', 'tip.risk_high'])
      .select([
        sql<string>`count(*)`.as('tips'),
        sql<string>`count(*) filter (where ${goesBefore})`.as('before'),
      ])
      .groupBy(['tip.lane', 'tip.band_rank', 'tip.risk_low', 'tip.risk_high']),
  )
  return rows.map((row) => ({
    lane: row.lane,
    bandRank: row.band_rank,
    risk: { low: row.risk_low, high: row.risk_high },
    tips: Number(row.tips),
    before: Number(row.before),
  }))
}
