import { randomBytes } from 'node:crypto'
import { q } from '../../db/query.ts'
import type { Environment } from '../../db/tables.ts'
import type { Transaction } from '../../db/transaction.ts'
import { record } from '../ledger/index.ts'
import { passwordHmac } from './credential.ts'

export type NewCredential = {
  providerId: number
  name: string
  environment: Environment
  username: string
  password: string
}

/** 192 bits: not to be guessed, so that a fast keyed hash is enough. */
const passwordBytes = 24
const nameCharactersMax = 255

/**
 * Adds a credential for a provider, and the provider itself when the name is new. The password is in the answer and
 * nowhere else.
 * @throws Error when the name is empty or too long
 */
export const addProvider = async (
  tx: Transaction,
  credentialKey: Buffer,
  wish: { name: string; environment: Environment },
  now: Date,
): Promise<NewCredential> => {
  const name = wish.name.trim()
  if (name === '' || name.length > nameCharactersMax)
    throw new Error(`A provider's name has 1 to ${nameCharactersMax} characters.`)
  const providerId = await providerNamed(tx, name, now)
  const username = `${slug(name)}-${wish.environment}-${randomBytes(4).toString('hex')}`
  const password = randomBytes(passwordBytes).toString('base64url')
  const { credential_id } = await tx.one(
    q
      .insertInto('provider_credential')
      .values({
        provider_id: providerId,
        environment: wish.environment,
        username,
        password_hmac: passwordHmac(credentialKey, password),
        created_at: now,
      })
      .returning('credential_id'),
  )
  await record(tx, now, {
    action: 'credential.added',
    object: { kind: 'credential', id: String(credential_id) },
    details: { provider: providerId, environment: wish.environment },
  })
  return { providerId, name, environment: wish.environment, username, password }
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

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 30) || 'provider'
