import { parsePolicy, type Policy } from '@opentipline/domain'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'
import { readActive, readOwnVersion } from './in-force.ts'
import { readShipped, type Shipped } from './shipped.ts'

/** The policies that may be in force here, and which one is each agency's. */
export type PolicyBook = {
  /** The one in force where an agency has chosen none. */
  standard: Policy
  /** The shipped ones. */
  all: readonly Policy[]
  /** The policy in force at each agency, as this transaction sees it: never one that another has replaced since. */
  inForce(tx: Transaction, agencyIds: readonly string[]): Promise<Map<string, Policy>>
  /** Any version there ever was: shipped, or the agency's own. Undefined where there is none that the actor may see. */
  version(tx: Transaction, agencyId: string, policyId: string, version: number): Promise<Policy | undefined>
}

/** The policy every agency begins with: the one published order there is. */
const standardPolicyId = 'icac-standards'

/** Reads the shipped policies and keeps each version in the database, so that old assessments can be read under theirs. */
export const openPolicyBook = async (services: Pick<Services, 'database' | 'now'>): Promise<PolicyBook> => {
  const shipped = await readShipped()
  const standard = shipped.find(({ policy }) => policy.id === standardPolicyId)?.policy
  if (!standard) throw new Error(`data/policies has no policy "${standardPolicyId}"`)
  await services.database.transaction(
    { role: 'tipline_admin', kind: 'operator', name: 'start' },
    async (tx) => {
      for (const each of shipped) await keepPolicy(tx, each, services.now())
    },
  )
  return bookOf(shipped, standard)
}

const bookOf = (shipped: readonly Shipped[], standard: Policy): PolicyBook => ({
  standard,
  all: shipped.map(({ policy }) => policy),
  inForce: async (tx, agencyIds) => {
    const active = await readActive(tx, agencyIds)
    return new Map(agencyIds.map((id) => [id, active.get(id) ?? standard]))
  },
  version: async (tx, agencyId, policyId, version) =>
    shipped.find(({ policy }) => policy.id === policyId && policy.version === version)?.policy ??
    (await readPast(tx, policyId, version)) ??
    readOwnVersion(tx, agencyId, policyId, version),
})

/** A version that was shipped once. */
const readPast = async (tx: Transaction, policyId: string, version: number): Promise<Policy | undefined> => {
  const row = await tx.maybe(
    q.selectFrom('policy').where('policy_id', '=', policyId).where('version', '=', version).select('body'),
  )
  const parsed = row && parsePolicy(row.body)
  return parsed?.ok ? parsed.policy : undefined
}

/** A version that is known keeps its text for ever: a changed policy needs a new version. */
const keepPolicy = async (tx: Transaction, { policy, text }: Shipped, now: Date): Promise<void> => {
  const known = await tx.maybe(
    q
      .selectFrom('policy')
      .where('policy_id', '=', policy.id)
      .where('version', '=', policy.version)
      .select('source_text'),
  )
  if (known?.source_text === text) return
  if (known)
    throw new Error(`Policy ${policy.id} version ${policy.version} has changed; give it a new version.`)
  await tx.rows(
    q.insertInto('policy').values({
      policy_id: policy.id,
      version: policy.version,
      body: JSON.stringify(policy),
      source_text: text,
      added_at: now,
    }),
  )
  await record(tx, now, {
    action: 'policy.added',
    object: { kind: 'policy', id: policy.id },
    details: { version: policy.version },
  })
}
