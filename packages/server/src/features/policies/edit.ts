import type { PolicyText } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { readPolicy } from './read.ts'
import { readText, withIdentity } from './text.ts'
import { loadOwn, type PolicyParams } from './view.ts'

/**
 * Keeps a draft's text as written, errors included, so that no work is lost. Its id and version stay those of the draft.
 * @throws Problem not-found, conflict when it is no draft any more
 */
export const editPolicy = async (
  tx: Transaction,
  session: Session,
  params: PolicyParams,
  text: string,
  now: Date,
): Promise<PolicyText> => {
  const row = await loadOwn(tx, session, params)
  if (row.state !== 'draft')
    throw new Problem('conflict', 'What has been proposed does not change. Make a copy and edit that.')
  const kept = withIdentity(text, row.policy_id, row.version)
  const { policy, problems } = readText(kept)
  const isItself = policy?.id === row.policy_id && policy.version === row.version
  await tx.prepared(
    'policy-edit',
    `update agency_policy set source_text = $4, body = $5, edited_by = $6, edited_at = $7
     where agency_id = $1 and policy_id = $2 and version = $3`,
    [
      session.actor.agencyId,
      row.policy_id,
      row.version,
      kept,
      isItself ? JSON.stringify(policy) : null,
      session.personId,
      now,
    ],
  )
  await record(tx, now, {
    action: 'policy.edited',
    object: { kind: 'policy', id: row.policy_id },
    details: { version: row.version, problems: problems.length },
  })
  return readPolicy(tx, session, params)
}
