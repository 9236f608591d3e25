import type { PolicyText } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { readPolicy } from './read.ts'
import { readText, withIdentity } from './text.ts'
import type { PolicyParams } from './view.ts'

/** Longest policy id that the language allows. */
const idCharactersMax = 80

/**
 * Makes a draft of the agency's own from a shipped policy or an earlier one of its own. The copy belongs to the agency by its
 * id, and gets the next version that nobody has had.
 * @throws Problem not-found
 */
export const copyPolicy = async (
  tx: Transaction,
  session: Session,
  params: PolicyParams,
  now: Date,
): Promise<PolicyText> => {
  const agencyId = session.actor.agencyId
  const from = await readPolicy(tx, session, params)
  const policyId = from.own ? from.policyId : `${agencyId}.${from.policyId}`.slice(0, idCharactersMax)
  // One copy at a time per agency: two would take the same version.
  await tx.prepared('policy-copy-lock', 'select pg_advisory_xact_lock(7415004, hashtext($1))', [agencyId])
  const [next] = await tx.prepared<{ version: number }>(
    'policy-next',
    `select coalesce(max(version), 0) + 1 as version from agency_policy where agency_id = $1 and policy_id = $2`,
    [agencyId, policyId],
  )
  if (!next) throw new Error('an aggregate gave no row')
  const text = withIdentity(from.text, policyId, next.version)
  const { policy } = readText(text)
  if (!policy && !from.own) throw new Problem('conflict', 'This policy cannot be copied as it is.')
  await tx.prepared(
    'policy-draft',
    `insert into agency_policy (agency_id, policy_id, version, based_on_id, based_on_version, source_text, body, edited_by, edited_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      agencyId,
      policyId,
      next.version,
      from.policyId,
      from.version,
      text,
      policy === null ? null : JSON.stringify(policy),
      session.personId,
      now,
    ],
  )
  await record(tx, now, {
    action: 'policy.drafted',
    object: { kind: 'policy', id: policyId },
    details: { version: next.version, from: from.policyId, fromVersion: from.version },
  })
  return readPolicy(tx, session, { policyId, version: String(next.version) })
}
