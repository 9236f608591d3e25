import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Policy, readPolicyYaml } from '@opentipline/domain'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'

/** The policies that may be in force here, and which one is each agency's. */
export type PolicyBook = {
  /** The one in force where an agency has chosen none. */
  standard: Policy
  all: readonly Policy[]
  of(agencyId: string): Policy
}

/** The policy every agency begins with: the one published order there is. */
const standardPolicyId = 'icac-standards'

const policiesDir = join(import.meta.dirname, '../../../../../data/policies')

type Shipped = { policy: Policy; text: string }

const readShipped = async (): Promise<Shipped[]> => {
  const names = (await readdir(policiesDir)).filter((name) => name.endsWith('.yaml')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(policiesDir, name), 'utf8')
      const read = readPolicyYaml(text)
      if (!read.ok) {
        const first = read.problems[0]
        throw new Error(`data/policies/${name} line ${first?.line ?? '?'}: ${first?.path} ${first?.message}`)
      }
      return { policy: read.policy, text }
    }),
  )
}

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
  return { standard, all: shipped.map(({ policy }) => policy), of: () => standard }
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
