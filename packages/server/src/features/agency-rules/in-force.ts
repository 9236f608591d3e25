import { type AgencyRuleId, agencyRules, isValueOf, type ValueOfRule } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'

/** The value of a rule that holds at an agency now: what it has set, or what the program starts with. */
export const ruleInForce = async <Id extends AgencyRuleId>(
  tx: Transaction,
  agencyId: string,
  rule: Id,
): Promise<ValueOfRule<Id>> => {
  const [row] = await tx.prepared<{ value: unknown }>(
    'rule-in-force',
    `select value from agency_rule_version where agency_id = $1 and rule = $2 and state = 'in force'`,
    [agencyId, rule],
  )
  // A value that an older version of the program took, and that this one does not, counts as not set.
  if (row && isValueOf(rule, row.value)) return row.value
  const start: unknown = agencyRules[rule].start
  if (isValueOf(rule, start)) return start
  throw new Error(`the start of ${rule} is no value of it`)
}
