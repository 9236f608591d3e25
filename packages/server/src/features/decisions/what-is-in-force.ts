import { type InForce, reasonListVersion } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'

/** What is in force at the acting agency at this moment, by ids and versions: kept with each decision. */
export const whatIsInForce = async (tx: Transaction, session: Session): Promise<InForce> => {
  const rows = await tx.prepared<{ rule: string; version: number }>(
    'rules-in-force',
    `select rule, version from agency_rule_version where agency_id = $1 and state = 'in force' order by rule`,
    [session.actor.agencyId],
  )
  return {
    reasons: reasonListVersion,
    rules: Object.fromEntries(rows.map((row) => [row.rule, row.version])),
  }
}
