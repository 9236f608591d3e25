import type { Assessment } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'

type Standing = {
  report_id: string
  revision: number
  policy_id: string
  policy_version: number
  assessment_id: string | null
}

/** The assessment a tip stands by: the agency's own, or the one made for all. */
export const readStanding = async (tx: Transaction, tip: Standing): Promise<Assessment | null> => {
  if (tip.assessment_id !== null) {
    const own = await tx.one(
      q.selectFrom('tip_assessment').where('assessment_id', '=', tip.assessment_id).select('body'),
    )
    return own.body
  }
  const found = await tx.maybe(
    q
      .selectFrom('assessment')
      .where('report_id', '=', tip.report_id)
      .where('revision', '=', tip.revision)
      .where('policy_id', '=', tip.policy_id)
      .where('policy_version', '=', tip.policy_version)
      .select('body'),
  )
  return found?.body ?? null
}
