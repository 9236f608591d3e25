import { overlapEnd } from '@opentipline/domain'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import { record } from '../ledger/index.ts'
import { type MadeCredential, makeCredential } from './make.ts'
import type { CredentialRow } from './view.ts'

/**
 * Makes a credential in the place of `old`, with its purpose and its limit; the old one works on for the overlap, so
 * that no call fails while the new one is brought to where it is used.
 * @throws Problem conflict when the old one does not work, or was replaced already
 */
export const rotateCredential = async (
  tx: Transaction,
  credentialKey: Buffer,
  old: CredentialRow,
  wish: { providerName: string; overlapHours: number },
  now: Date,
): Promise<MadeCredential> => {
  const end = overlapEnd({ expiresAt: old.expires_at, revokedAt: old.revoked_at }, wish.overlapHours, now)
  if (!end)
    throw new Problem(
      'conflict',
      'This credential no longer works, so there is nothing to rotate. Make a new one.',
    )
  const next = await tx.maybe(
    q.selectFrom('provider_credential').where('replaces', '=', old.credential_id).select('username'),
  )
  if (next)
    throw new Problem(
      'conflict',
      `This credential was replaced by ${next.username} already. Rotate that one.`,
    )
  const made = await makeCredential(
    tx,
    credentialKey,
    {
      provider: { providerId: old.provider_id, name: wish.providerName },
      environment: old.environment,
      purpose: old.purpose,
      callsPerMinute: old.calls_per_minute,
      replaces: old.credential_id,
    },
    now,
  )
  await tx.rows(
    q
      .updateTable('provider_credential')
      .set({ expires_at: end })
      .where('credential_id', '=', old.credential_id),
  )
  await record(tx, now, {
    action: 'credential.rotated',
    object: { kind: 'credential', id: String(old.credential_id) },
    details: { by: made.credentialId, ends: end.toISOString() },
  })
  return made
}
