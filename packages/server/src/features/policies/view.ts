import type { AgencyPolicy } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'

export type PolicyParams = { policyId: string; version: string }

export type PolicyRow = {
  policy_id: string
  version: number
  name: string | null
  based_on_id: string
  based_on_version: number
  source_text: string
  state: AgencyPolicy['state']
  edited_id: string
  edited_by: string
  edited_at: Date
  proposed_id: string | null
  proposed_by: string | null
  proposed_at: Date | null
  because: string | null
  approved_by: string | null
  approved_at: Date | null
  active_from: Date | null
  active_until: Date | null
}

/** `$1` is the agency. */
export const policyRowsSql = `
  select p.policy_id, p.version, p.body->>'name' as name, p.based_on_id, p.based_on_version, p.source_text, p.state,
    p.edited_by as edited_id, e.name as edited_by, p.edited_at, p.proposed_by as proposed_id, b.name as proposed_by,
    p.proposed_at, p.because, a.name as approved_by, p.approved_at, p.active_from, p.active_until
  from agency_policy p join person e on e.person_id = p.edited_by
    left join person b on b.person_id = p.proposed_by left join person a on a.person_id = p.approved_by
  where p.agency_id = $1`

const act = (by: string | null, at: Date | null): AgencyPolicy['proposed'] =>
  by !== null && at !== null ? { by, at: at.toISOString() } : null

export const policyView = (row: PolicyRow): AgencyPolicy => ({
  policyId: row.policy_id,
  version: row.version,
  name: row.name,
  basedOn: { id: row.based_on_id, version: row.based_on_version },
  state: row.state,
  edited: { by: row.edited_by, at: row.edited_at.toISOString() },
  proposed: act(row.proposed_by, row.proposed_at),
  because: row.because,
  approved: act(row.approved_by, row.approved_at),
  activeFrom: row.active_from?.toISOString() ?? null,
  activeUntil: row.active_until?.toISOString() ?? null,
})

/** One version of the acting agency's own, or undefined. */
export const findOwn = async (
  tx: Transaction,
  session: Session,
  { policyId, version }: PolicyParams,
): Promise<PolicyRow | undefined> => {
  const rows = await tx.prepared<PolicyRow>(
    'policy-one',
    `${policyRowsSql} and p.policy_id = $2 and p.version = $3`,
    [session.actor.agencyId, policyId, Number(version)],
  )
  return rows[0]
}

/** Locks one version of the acting agency's own for a change. @throws Problem not-found */
export const loadOwn = async (
  tx: Transaction,
  session: Session,
  params: PolicyParams,
): Promise<PolicyRow> => {
  await tx.prepared(
    'policy-lock',
    'select from agency_policy where agency_id = $1 and policy_id = $2 and version = $3 for update',
    [session.actor.agencyId, params.policyId, Number(params.version)],
  )
  const row = await findOwn(tx, session, params)
  if (!row) throw new Problem('not-found', 'Your agency has no such policy of its own.')
  return row
}
