import { type InForce, reasonListVersion } from '@opentipline/contract'
import { authoritiesInForce } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import type { LawBook } from '../law/index.ts'

/**
 * What is in force at the acting agency at this moment, by ids and versions: kept with each decision. The authorities are those
 * entries of the legal pack that bear on it in the agency's forum; the words of each stay where they are.
 */
export const whatIsInForce = async (
  tx: Transaction,
  session: Session,
  law: LawBook,
  tip: { summary: { fileCount: number } },
  now: Date,
): Promise<InForce> => {
  const agencyId = session.actor.agencyId
  const rows = await tx.prepared<{ rule: string; version: number }>(
    'rules-in-force',
    `select rule, version from agency_rule_version where agency_id = $1 and state = 'in force' order by rule`,
    [agencyId],
  )
  const { pack, forum, version } = await law.forAgency(tx, agencyId)
  const day = now.toISOString().slice(0, 10)
  const entries = authoritiesInForce(pack, forum, day, tip.summary.fileCount > 0)
  return {
    reasons: reasonListVersion,
    rules: Object.fromEntries(rows.map((row) => [row.rule, row.version])),
    law: { asOf: pack.asOf, entries: entries.map(({ id }) => id), own: version },
  }
}
