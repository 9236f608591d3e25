import { q } from '../../db/query.ts'
import type { Environment } from '../../db/tables.ts'
import type { Transaction } from '../../db/transaction.ts'
import { record } from '../ledger/index.ts'
import { makeCredential } from './make.ts'

export type NewCredential = {
  providerId: number
  name: string
  environment: Environment
  username: string
  password: string
}

const nameCharactersMax = 255

/**
 * Adds a credential for a provider, and the provider itself when the name is new. The password is in the answer and
 * nowhere else.
 * @throws Error when the name is empty or too long
 */
export const addProvider = async (
  tx: Transaction,
  credentialKey: Buffer,
  wish: { name: string; environment: Environment; purpose?: string; callsPerMinute?: number },
  now: Date,
): Promise<NewCredential> => {
  const name = wish.name.trim()
  if (name === '' || name.length > nameCharactersMax)
    throw new Error(`A provider's name has 1 to ${nameCharactersMax} characters.`)
  const providerId = await providerNamed(tx, name, now)
  const { environment, purpose = '', callsPerMinute } = wish
  const { username, password } = await makeCredential(
    tx,
    credentialKey,
    {
      provider: { providerId, name },
      environment,
      purpose,
      ...(callsPerMinute === undefined ? {} : { callsPerMinute }),
    },
    now,
  )
  return { providerId, name, environment, username, password }
}

const providerNamed = async (tx: Transaction, name: string, now: Date): Promise<number> => {
  const known = await tx.maybe(q.selectFrom('provider').where('name', '=', name).select('provider_id'))
  if (known) return known.provider_id
  const { provider_id } = await tx.one(
    q.insertInto('provider').values({ name, created_at: now }).returning('provider_id'),
  )
  await record(tx, now, { action: 'provider.added', object: { kind: 'provider', id: String(provider_id) } })
  return provider_id
}
