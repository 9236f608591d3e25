/** What the operations of a provider's engineers are about. */
import type { OperationName } from '@opentipline/contract'
import type { TestServer } from '../../support/server.ts'
import { type Member, memberOf } from './staff.ts'

/** What is asked for after the path. */
export const filingQueries: Partial<Record<OperationName, string>> = {
  listOwnReports: '?environment=live',
  readOwnReport: '?environment=live',
  readOwnReceipt: '?environment=live',
}

/** The engineer at Wisconsin's place is of the provider that filed the things, the one at Washington's of another. */
export const joinProviders = async (server: TestServer, staff: readonly Member[]): Promise<void> => {
  await server.addProvider('Other Provider')
  for (const [place, provider] of [
    ['wi-wisconsin', 'Example Provider'],
    ['wa-washington', 'Other Provider'],
  ] as const)
    await server.database.query(
      'insert into provider_person (person_id, provider_id) select $1, provider_id from provider where name = $2',
      [memberOf(staff, 'provider engineer', place).personId, provider],
    )
}

export const credentialOf = async (server: TestServer, username: string): Promise<string> =>
  (
    await server.database.query<{ id: string }>(
      'select credential_id::text as id from provider_credential where username = $1',
      [username],
    )
  )[0]?.id ?? ''

/** The credential works, was never replaced, and there is room for more. */
export const unrotated = async (
  server: TestServer,
  credentialId: string,
): Promise<Record<string, string>> => {
  await server.database.query(
    'delete from provider_credential where credential_id > $1 and replaces is not null',
    [credentialId],
  )
  await server.database.query(`delete from provider_credential where environment = 'test'`)
  await server.database.query(
    'update provider_credential set expires_at = null, revoked_at = null where credential_id = $1',
    [credentialId],
  )
  return {}
}
