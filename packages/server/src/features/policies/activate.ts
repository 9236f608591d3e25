import type { AgencyPolicy } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { asksSecondPerson } from './list.ts'
import { loadOwn, type PolicyParams, policyView } from './view.ts'

/**
 * Approves a proposed policy and lists every tip of the agency to be ranked under it. It is in force, and the ranks take
 * effect, when all of them are done; until then the queue stands as it is.
 * @throws Problem not-found, conflict, not-allowed where a second person is asked for
 */
export const activatePolicy = async (
  tx: Transaction,
  session: Session,
  params: PolicyParams,
  now: Date,
): Promise<AgencyPolicy> => {
  const agencyId = session.actor.agencyId
  const row = await loadOwn(tx, session, params)
  if (row.state !== 'proposed') throw new Problem('conflict', 'Only what has been proposed can be activated.')
  const isOwnWork = session.personId === row.proposed_id || session.personId === row.edited_id
  if (isOwnWork && (await asksSecondPerson(tx, agencyId)))
    throw new Problem(
      'not-allowed',
      'Your agency asks for a second person: who wrote or proposed it does not activate it.',
    )
  await refuseTwo(tx, agencyId)
  await tx.prepared(
    'policy-approve',
    `update agency_policy set state = 'activating', approved_by = $4, approved_at = $5
     where agency_id = $1 and policy_id = $2 and version = $3`,
    [agencyId, row.policy_id, row.version, session.personId, now],
  )
  await tx.prepared(
    'ranking-list',
    `insert into ranking (tip_id, agency_id, policy_id, policy_version, entered_at)
     select tip_id, agency_id, $2, $3, $4 from tip where agency_id = $1`,
    [agencyId, row.policy_id, row.version, now],
  )
  await record(tx, now, {
    action: 'policy.approved',
    object: { kind: 'policy', id: row.policy_id },
    details: { version: row.version, proposedBy: row.proposed_id ?? '' },
  })
  return policyView(await loadOwn(tx, session, params))
}

const refuseTwo = async (tx: Transaction, agencyId: string): Promise<void> => {
  const rows = await tx.prepared(
    'policy-activating',
    `select from agency_policy where agency_id = $1 and state = 'activating' for update`,
    [agencyId],
  )
  if (rows.length > 0)
    throw new Problem('conflict', 'Another policy is being activated. Wait until it is in force.')
}
