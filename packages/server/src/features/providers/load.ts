import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import { credentialRows, type CredentialRow } from './view.ts'

/** Locks one of the provider's credentials, so that two rotations do not both begin with it. @throws Problem not-found */
export const loadCredential = async (tx: Transaction, credentialId: number): Promise<CredentialRow> => {
  const row = await tx.maybe(credentialRows.where('credential_id', '=', credentialId).forUpdate())
  if (!row) throw new Problem('not-found', 'Your provider has no such credential.')
  return row
}

export const providerName = async (tx: Transaction, providerId: number): Promise<string> =>
  (await tx.one(q.selectFrom('provider').where('provider_id', '=', providerId).select('name'))).name
