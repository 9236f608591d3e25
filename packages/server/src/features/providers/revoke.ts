import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import { record } from '../ledger/index.ts'
import type { CredentialRow } from './view.ts'

/**
 * Ends a credential now and for ever; calls under it are refused within the two seconds that a check is believed.
 * @throws Problem conflict when it was revoked before
 */
export const revokeCredential = async (
  tx: Transaction,
  row: CredentialRow,
  now: Date,
): Promise<CredentialRow> => {
  if (row.revoked_at !== null) throw new Problem('conflict', 'This credential was revoked before.')
  await tx.rows(
    q
      .updateTable('provider_credential')
      .set({ revoked_at: now })
      .where('credential_id', '=', row.credential_id),
  )
  await record(tx, now, {
    action: 'credential.revoked',
    object: { kind: 'credential', id: String(row.credential_id) },
    details: { environment: row.environment },
  })
  return { ...row, revoked_at: now }
}
