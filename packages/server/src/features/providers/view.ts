import type { CredentialView } from '@opentipline/contract'
import { credentialState } from '@opentipline/domain'
import { sql } from 'kysely'
import { q } from '../../db/query.ts'
import type { Environment } from '../../db/tables.ts'

/** Whether a credential works at a moment, as `credentialWorks` has it. */
export const worksSql = (now: Date) =>
  sql<boolean>`(revoked_at is null and (expires_at is null or expires_at > ${now}))`

export type CredentialRow = {
  credential_id: number
  provider_id: number
  environment: Environment
  username: string
  purpose: string
  replaces: number | null
  calls_per_minute: number
  created_at: Date
  expires_at: Date | null
  revoked_at: Date | null
  last_used_at: Date | null
  limited_at: Date | null
}

/** Everything of a credential that may be shown: not its hash, which the provider's side has no right to read. */
export const credentialRows = q
  .selectFrom('provider_credential')
  .select([
    'credential_id',
    'provider_id',
    'environment',
    'username',
    'purpose',
    'replaces',
    'calls_per_minute',
    'created_at',
    'expires_at',
    'revoked_at',
    'last_used_at',
    'limited_at',
  ])

export const credentialView = (row: CredentialRow, now: Date): CredentialView => ({
  credentialId: String(row.credential_id),
  environment: row.environment,
  username: row.username,
  purpose: row.purpose,
  state: credentialState({ expiresAt: row.expires_at, revokedAt: row.revoked_at }, now),
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at?.toISOString() ?? null,
  revokedAt: row.revoked_at?.toISOString() ?? null,
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  callsPerMinute: row.calls_per_minute,
  limitedAt: row.limited_at?.toISOString() ?? null,
  replaces: row.replaces === null ? null : String(row.replaces),
})
