import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { credentialWorks } from '@opentipline/domain'
import type { Environment } from '../../db/tables.ts'
import type { Sensitive } from '../../platform/sensitive.ts'
import type { Services } from '../../platform/services.ts'
import type { LoginFault } from './refused-logins.ts'

export type Credential = {
  credentialId: number
  providerId: number
  providerName: string
  environment: Environment
  username: string
  maySubmit: boolean
  mayUpdate: boolean
  callsPerMinute: number
}

/** 192 bits: not to be guessed, so that a fast keyed hash is enough. */
const passwordBytes = 24

export const newPassword = (): string => randomBytes(passwordBytes).toString('base64url')

/** What is stored of a password: a keyed hash. The password is random and long, so no slow hash is needed. */
export const passwordHmac = (credentialKey: Buffer, password: string): Buffer =>
  createHmac('sha256', credentialKey).update(password).digest()

type Row = {
  credential_id: number
  provider_id: number
  provider_name: string
  environment: Environment
  password_hmac: Buffer
  may_submit: boolean
  may_update: boolean
  expires_at: Date | null
  revoked_at: Date | null
  calls_per_minute: number
}

/** The live credential that this login opens, or why it opens none. Which part was wrong is for the ledger, not for the caller. */
export const findCredential = async (
  services: Pick<Services, 'database' | 'credentialKey' | 'now'>,
  login: { username: string; password: Sensitive<string> },
  source: string,
): Promise<Credential | { refused: LoginFault; credentialId: number | undefined }> => {
  const [row] = await services.database.transaction(
    { role: 'tipline_intake', kind: 'visitor', source },
    (tx) => tx.prepared<Row>('credential-named', 'select * from credential_named($1)', [login.username]),
  )
  const given = passwordHmac(services.credentialKey, login.password.reveal())
  if (!row) return { refused: 'no such name', credentialId: undefined }
  const { credential_id: credentialId } = row
  if (!timingSafeEqual(given, row.password_hmac)) return { refused: 'wrong password', credentialId }
  if (!credentialWorks({ expiresAt: row.expires_at, revokedAt: row.revoked_at }, services.now()))
    return { refused: 'revoked or expired', credentialId }
  return {
    credentialId: row.credential_id,
    providerId: row.provider_id,
    providerName: row.provider_name,
    environment: row.environment,
    username: login.username,
    maySubmit: row.may_submit,
    mayUpdate: row.may_update,
    callsPerMinute: row.calls_per_minute,
  }
}
