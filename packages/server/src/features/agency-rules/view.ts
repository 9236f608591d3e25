import type { AgencyRuleVersion } from '@opentipline/contract'
import { type AgencyRuleId, isAgencyRule } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'

export type RuleRow = {
  rule: string
  version: number
  value: AgencyRuleVersion['value']
  because: string
  state: AgencyRuleVersion['state']
  set_id: string
  set_by: string
  set_at: Date
  approved_by: string | null
  approved_at: Date | null
  in_force_from: Date | null
  in_force_until: Date | null
}

/** `$1` is the agency. */
export const ruleRowsSql = `
  select r.rule, r.version, r.value, r.because, r.state, r.set_by as set_id, s.name as set_by, r.set_at, a.name as approved_by,
    r.approved_at, r.in_force_from, r.in_force_until
  from agency_rule_version r join person s on s.person_id = r.set_by left join person a on a.person_id = r.approved_by
  where r.agency_id = $1`

export const versionView = (row: RuleRow): AgencyRuleVersion => ({
  version: row.version,
  value: row.value,
  because: row.because,
  state: row.state,
  set: { by: row.set_by, at: row.set_at.toISOString() },
  approved:
    row.approved_by !== null && row.approved_at !== null
      ? { by: row.approved_by, at: row.approved_at.toISOString() }
      : null,
  inForceFrom: row.in_force_from?.toISOString() ?? null,
  inForceUntil: row.in_force_until?.toISOString() ?? null,
})

/** @throws Problem not-found */
export const knownRule = (rule: string): AgencyRuleId => {
  if (!isAgencyRule(rule)) throw new Problem('not-found', `There is no rule "${rule}".`)
  return rule
}

/** One change of one rule at a time: held until the transaction ends. */
export const holdRule = async (tx: Transaction, agencyId: string, rule: AgencyRuleId): Promise<void> => {
  await tx.prepared('rule-hold', 'select pg_advisory_xact_lock(hashtextextended($1, 150))', [
    `${agencyId} ${rule}`,
  ])
}

/** One version of a rule of the acting agency. @throws Problem not-found */
export const loadVersion = async (
  tx: Transaction,
  session: Session,
  rule: AgencyRuleId,
  version: number,
): Promise<RuleRow> => {
  const [row] = await tx.prepared<RuleRow>('rule-one', `${ruleRowsSql} and r.rule = $2 and r.version = $3`, [
    session.actor.agencyId,
    rule,
    version,
  ])
  if (!row) throw new Problem('not-found', 'Your agency has no such version of this rule.')
  return row
}
