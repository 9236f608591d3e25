import { createHmac, timingSafeEqual } from 'node:crypto'
import { q } from '../../db/query.ts'
import type { Environment } from '../../db/tables.ts'
import type { Services } from '../../platform/services.ts'

export type Credential = {
  credentialId: number
  providerId: number
  providerName: string
  environment: Environment
  username: string
  maySubmit: boolean
  mayUpdate: boolean
}

/** What is stored of a password: a keyed hash. The password is random and long, so no slow hash is needed. */
export const passwordHmac = (credentialKey: Buffer, password: string): Buffer =>
  createHmac('sha256', credentialKey).update(password).digest()

/** The live credential that this login opens, or undefined. Which part was wrong is not told. */
export const findCredential = async (
  services: Pick<Services, 'database' | 'credentialKey' | 'now'>,
  login: { username: string; password: string },
  source: string,
): Promise<Credential | undefined> => {
  const row = await services.database.transaction({ role: 'tipline_intake', kind: 'visitor', source }, (tx) =>
    tx.maybe(
      q
        .selectFrom('provider_credential as c')
        .innerJoin('provider as p', 'p.provider_id', 'c.provider_id')
        .where('c.username', '=', login.username)
        .where('c.revoked_at', 'is', null)
        .where((eb) => eb.or([eb('c.expires_at', 'is', null), eb('c.expires_at', '>', services.now())]))
        .select([
          'c.credential_id',
          'c.provider_id',
          'p.name',
          'c.environment',
          'c.username',
          'c.may_submit',
          'c.may_update',
          'c.password_hmac',
        ]),
    ),
  )
  const given = passwordHmac(services.credentialKey, login.password)
  if (!row || !timingSafeEqual(given, row.password_hmac)) return undefined
  return {
    credentialId: row.credential_id,
    providerId: row.provider_id,
    providerName: row.name,
    environment: row.environment,
    username: row.username,
    maySubmit: row.may_submit,
    mayUpdate: row.may_update,
  }
}
