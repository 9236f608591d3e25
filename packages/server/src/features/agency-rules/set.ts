import type { AgencyRuleVersion } from '@opentipline/contract'
import { type AgencyRuleId, ruleFault } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { ruleInForce } from './in-force.ts'
import { holdRule, loadVersion, versionView } from './view.ts'

/**
 * Sets a rule of the acting agency. It holds at once, or waits for a second person where the agency asks for one.
 * @throws Problem bad-request with what the value has to be, conflict while another change of the rule waits
 */
export const setRule = async (
  tx: Transaction,
  session: Session,
  rule: AgencyRuleId,
  wish: { value: unknown; because: string },
  now: Date,
): Promise<AgencyRuleVersion> => {
  const fault = ruleFault(rule, wish.value)
  if (fault !== undefined)
    throw new Problem('bad-request', `A value of this rule ${fault}`, [
      { path: '/body/value', message: `A value of this rule ${fault}` },
    ])
  const agencyId = session.actor.agencyId
  await holdRule(tx, agencyId, rule)
  const waits = await ruleInForce(tx, agencyId, 'rules-second-person')
  const [last] = await tx.prepared<{ version: number; proposed: boolean }>(
    'rule-last',
    `select max(version)::int as version, bool_or(state = 'proposed') as proposed from agency_rule_version
     where agency_id = $1 and rule = $2 having count(*) > 0`,
    [agencyId, rule],
  )
  if (last?.proposed)
    throw new Problem(
      'conflict',
      'Another change of this rule waits for a second person. Take that back first.',
    )
  const version = (last?.version ?? 0) + 1
  if (!waits) await endStanding(tx, agencyId, rule, now)
  await tx.prepared(
    'rule-set',
    `insert into agency_rule_version (agency_id, rule, version, value, because, state, set_by, set_at, in_force_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      agencyId,
      rule,
      version,
      JSON.stringify(wish.value),
      wish.because,
      waits ? 'proposed' : 'in force',
      session.personId,
      now,
      waits ? null : now,
    ],
  )
  await record(tx, now, {
    action: waits ? 'agency.rule-proposed' : 'agency.rule-changed',
    object: { kind: 'agency', id: agencyId },
    details: { rule, version, value: JSON.stringify(wish.value) },
  })
  return versionView(await loadVersion(tx, session, rule, version))
}

/** What held until now is past from this moment on. */
export const endStanding = async (
  tx: Transaction,
  agencyId: string,
  rule: AgencyRuleId,
  now: Date,
): Promise<void> => {
  await tx.prepared(
    'rule-end',
    `update agency_rule_version set state = 'past', in_force_until = $3
     where agency_id = $1 and rule = $2 and state = 'in force'`,
    [agencyId, rule, now],
  )
}
