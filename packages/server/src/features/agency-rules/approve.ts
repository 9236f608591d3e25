import type { AgencyRuleVersion } from '@opentipline/contract'
import type { AgencyRuleId } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { endStanding } from './set.ts'
import { holdRule, loadVersion, type RuleRow, versionView } from './view.ts'

const loadProposed = async (
  tx: Transaction,
  session: Session,
  rule: AgencyRuleId,
  version: number,
): Promise<RuleRow> => {
  await holdRule(tx, session.actor.agencyId, rule)
  const row = await loadVersion(tx, session, rule, version)
  if (row.state !== 'proposed') throw new Problem('conflict', `This version is ${row.state} already.`)
  return row
}

/**
 * Brings a proposed version into force, as somebody other than who proposed it.
 * @throws Problem not-found, conflict, not-allowed for one's own
 */
export const approveRule = async (
  tx: Transaction,
  session: Session,
  rule: AgencyRuleId,
  version: number,
  now: Date,
): Promise<AgencyRuleVersion> => {
  const agencyId = session.actor.agencyId
  const row = await loadProposed(tx, session, rule, version)
  if (row.set_id === session.personId)
    throw new Problem(
      'not-allowed',
      'Your agency asks for a second person: who proposed it does not approve it.',
    )
  await endStanding(tx, agencyId, rule, now)
  await tx.prepared(
    'rule-approve',
    `update agency_rule_version set state = 'in force', approved_by = $4, approved_at = $5, in_force_from = $5
     where agency_id = $1 and rule = $2 and version = $3`,
    [agencyId, rule, version, session.personId, now],
  )
  await record(tx, now, {
    action: 'agency.rule-approved',
    object: { kind: 'agency', id: agencyId },
    details: { rule, version, value: JSON.stringify(row.value), setBy: row.set_id },
  })
  return versionView(await loadVersion(tx, session, rule, version))
}

/** Takes a proposed version back; what holds goes on. @throws Problem not-found, conflict */
export const withdrawRule = async (
  tx: Transaction,
  session: Session,
  rule: AgencyRuleId,
  version: number,
  now: Date,
): Promise<AgencyRuleVersion> => {
  const agencyId = session.actor.agencyId
  await loadProposed(tx, session, rule, version)
  await tx.prepared(
    'rule-withdraw',
    `update agency_rule_version set state = 'withdrawn' where agency_id = $1 and rule = $2 and version = $3`,
    [agencyId, rule, version],
  )
  await record(tx, now, {
    action: 'agency.rule-withdrawn',
    object: { kind: 'agency', id: agencyId },
    details: { rule, version },
  })
  return versionView(await loadVersion(tx, session, rule, version))
}
