import type { AgencyPolicy } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { readText } from './text.ts'
import { loadOwn, type PolicyParams, policyView } from './view.ts'

/** Proposes a draft; from now on its text stands. @throws Problem not-found, conflict, unsupported-document with its problems */
export const proposePolicy = async (
  tx: Transaction,
  session: Session,
  params: PolicyParams,
  because: string,
  now: Date,
): Promise<AgencyPolicy> => {
  const row = await loadOwn(tx, session, params)
  if (row.state !== 'draft') throw new Problem('conflict', 'Only a draft can be proposed.')
  const { policy, problems } = readText(row.source_text)
  if (!policy)
    throw new Problem('unsupported-document', 'This policy has problems. Nothing was proposed.', problems)
  await tx.prepared(
    'policy-propose',
    `update agency_policy set state = 'proposed', proposed_by = $4, proposed_at = $5, because = $6
     where agency_id = $1 and policy_id = $2 and version = $3`,
    [session.actor.agencyId, row.policy_id, row.version, session.personId, now, because],
  )
  await record(tx, now, {
    action: 'policy.proposed',
    object: { kind: 'policy', id: row.policy_id },
    details: { version: row.version },
  })
  return policyView(await loadOwn(tx, session, params))
}

/** Takes back a draft or a proposal. It stays on record. @throws Problem not-found, conflict */
export const withdrawPolicy = async (
  tx: Transaction,
  session: Session,
  params: PolicyParams,
  now: Date,
): Promise<AgencyPolicy> => {
  const row = await loadOwn(tx, session, params)
  if (row.state !== 'draft' && row.state !== 'proposed')
    throw new Problem('conflict', 'Only a draft or a proposal can be taken back.')
  await tx.prepared(
    'policy-withdraw',
    `update agency_policy set state = 'withdrawn' where agency_id = $1 and policy_id = $2 and version = $3`,
    [session.actor.agencyId, row.policy_id, row.version],
  )
  await record(tx, now, {
    action: 'policy.withdrawn',
    object: { kind: 'policy', id: row.policy_id },
    details: { version: row.version },
  })
  return policyView(await loadOwn(tx, session, params))
}
