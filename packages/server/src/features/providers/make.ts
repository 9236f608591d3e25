import { randomBytes } from 'node:crypto'
import { workingCredentialsMax } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Environment } from '../../db/tables.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import { record } from '../ledger/index.ts'
import { newPassword, passwordHmac } from './credential.ts'
import { worksSql } from './view.ts'

export type CredentialWish = {
  provider: { providerId: number; name: string }
  environment: Environment
  purpose: string
  /** The limit of the one it takes the place of; the default otherwise. */
  callsPerMinute?: number
  replaces?: number
}
export type MadeCredential = { credentialId: number; username: string; password: string }

/**
 * Makes a credential. The password is in the answer and nowhere else.
 * @throws Problem conflict when as many as there may be work already
 */
export const makeCredential = async (
  tx: Transaction,
  credentialKey: Buffer,
  { provider, environment, purpose, callsPerMinute, replaces }: CredentialWish,
  now: Date,
): Promise<MadeCredential> => {
  await refuseTooMany(tx, provider.providerId, environment, now)
  const username = `${slug(provider.name)}-${environment}-${randomBytes(4).toString('hex')}`
  const password = newPassword()
  const { credential_id } = await tx.one(
    q
      .insertInto('provider_credential')
      .values({
        provider_id: provider.providerId,
        environment,
        username,
        purpose,
        password_hmac: passwordHmac(credentialKey, password),
        created_at: now,
        ...(replaces === undefined ? {} : { replaces }),
        ...(callsPerMinute === undefined ? {} : { calls_per_minute: callsPerMinute }),
      })
      .returning('credential_id'),
  )
  await record(tx, now, {
    action: 'credential.added',
    object: { kind: 'credential', id: String(credential_id) },
    details: { provider: provider.providerId, environment },
  })
  return { credentialId: credential_id, username, password }
}

const refuseTooMany = async (
  tx: Transaction,
  providerId: number,
  environment: Environment,
  now: Date,
): Promise<void> => {
  const { working } = await tx.one(
    q
      .selectFrom('provider_credential')
      .where('provider_id', '=', providerId)
      .where('environment', '=', environment)
      .where(worksSql(now))
      .select((eb) => eb.fn.countAll<string>().as('working')),
  )
  if (Number(working) >= workingCredentialsMax)
    throw new Problem(
      'conflict',
      `${workingCredentialsMax} ${environment} credentials of this provider work already. Revoke one first.`,
    )
}

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 30) || 'provider'
