import { parsePolicy, type Policy } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'

type Version = { agency_id: string; policy_id: string; version: number }

/** A version is the same for ever once it has been proposed: what was read once need not be read again. */
const versionsKeptMax = 256
const kept = new Map<string, Policy>()

const nameOf = ({ agency_id, policy_id, version }: Version): string =>
  `${agency_id}\n${policy_id}\n${version}`

/** The body of one version of an agency's own policy. @throws Error when it is not there or not a policy */
const readBody = async (tx: Transaction, version: Version): Promise<Policy> => {
  const known = kept.get(nameOf(version))
  if (known) return known
  const [row] = await tx.prepared<{ body: unknown; state: string }>(
    'policy-body',
    'select body, state from agency_policy where agency_id = $1 and policy_id = $2 and version = $3',
    [version.agency_id, version.policy_id, version.version],
  )
  const parsed = parsePolicy(row?.body)
  if (!parsed.ok) throw new Error(`policy ${version.policy_id} ${version.version} is not one`)
  if (row?.state === 'draft' || row?.state === 'withdrawn') return parsed.policy
  if (kept.size >= versionsKeptMax) kept.delete(kept.keys().next().value ?? '')
  kept.set(nameOf(version), parsed.policy)
  return parsed.policy
}

/**
 * The policy of its own that each agency has in force, read in this transaction: what another process activated a
 * moment ago is seen. Agencies that have chosen none are absent.
 */
export const readActive = async (
  tx: Transaction,
  agencyIds: readonly string[],
): Promise<Map<string, Policy>> => {
  const rows = await tx.prepared<Version>(
    'policies-active',
    `select agency_id, policy_id, version from agency_policy where state = 'active' and agency_id = any($1::text[])`,
    [[...new Set(agencyIds)]],
  )
  const active = new Map<string, Policy>()
  for (const row of rows) active.set(row.agency_id, await readBody(tx, row))
  return active
}

/** One version of an agency's own policy, or undefined when the actor may see no such version that can be used. */
export const readOwnVersion = async (
  tx: Transaction,
  agencyId: string,
  policyId: string,
  version: number,
): Promise<Policy | undefined> => {
  const [row] = await tx.prepared<Version>(
    'policy-version',
    `select agency_id, policy_id, version from agency_policy
     where agency_id = $1 and policy_id = $2 and version = $3 and body is not null`,
    [agencyId, policyId, version],
  )
  return row && readBody(tx, row)
}
