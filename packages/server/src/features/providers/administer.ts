/** What the operator does with providers from the command line: as the administrating role, each act with its entry. */
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { record } from '../ledger/index.ts'
import { revokeCredential } from './revoke.ts'
import { rotateCredential } from './rotate.ts'
import { credentialRows, type CredentialRow, credentialView } from './view.ts'

/** Calls a minute that a limit may be: the column's own bounds. */
export const callsPerMinuteMax = 10_000_000

export const listProviders = async (tx: Transaction, now: Date) => {
  const providers = await tx.rows(q.selectFrom('provider').select(['provider_id', 'name']).orderBy('name'))
  const credentials = await tx.rows(credentialRows.orderBy('credential_id'))
  return providers.map(({ provider_id, name }) => ({
    providerId: provider_id,
    name,
    credentials: credentials
      .filter((row) => row.provider_id === provider_id)
      .map((row) => credentialView(row, now)),
  }))
}
export type ProviderListing = Awaited<ReturnType<typeof listProviders>>[number]

const named = async (tx: Transaction, username: string): Promise<CredentialRow> => {
  const row = await tx.maybe(credentialRows.where('username', '=', username).forUpdate())
  if (!row) throw new Error(`There is no credential with the username ${username}.`)
  return row
}

export const rotateNamed = async (
  tx: Transaction,
  credentialKey: Buffer,
  wish: { username: string; overlapHours: number },
  now: Date,
) => {
  const old = await named(tx, wish.username)
  const { name } = await tx.one(
    q.selectFrom('provider').where('provider_id', '=', old.provider_id).select('name'),
  )
  return rotateCredential(
    tx,
    credentialKey,
    old,
    { providerName: name, overlapHours: wish.overlapHours },
    now,
  )
}

export const revokeNamed = async (tx: Transaction, username: string, now: Date): Promise<void> => {
  await revokeCredential(tx, await named(tx, username), now)
}

export const limitNamed = async (
  tx: Transaction,
  wish: { username: string; callsPerMinute: number },
  now: Date,
): Promise<void> => {
  const { credential_id, calls_per_minute } = await named(tx, wish.username)
  await tx.rows(
    q
      .updateTable('provider_credential')
      .set({ calls_per_minute: wish.callsPerMinute })
      .where('credential_id', '=', credential_id),
  )
  await record(tx, now, {
    action: 'credential.limit-set',
    object: { kind: 'credential', id: String(credential_id) },
    details: { before: calls_per_minute, after: wish.callsPerMinute },
  })
}

/** Lets a person see a provider's credentials and reports, or ends it. A person is of one provider at a time. */
export const setEngineer = async (
  tx: Transaction,
  wish: { provider: string; personId: string; remove: boolean },
  now: Date,
): Promise<void> => {
  const provider = await tx.maybe(
    q.selectFrom('provider').where('name', '=', wish.provider).select('provider_id'),
  )
  if (!provider) throw new Error(`There is no provider named ${wish.provider}.`)
  await refuseOther(tx, wish.personId)
  const where = { person_id: wish.personId, provider_id: provider.provider_id }
  if (wish.remove)
    await tx.rows(
      q
        .updateTable('provider_person')
        .set({ ended_at: now })
        .where('person_id', '=', where.person_id)
        .where('provider_id', '=', where.provider_id)
        .where('ended_at', 'is', null),
    )
  else {
    await refuseSecondProvider(tx, wish.personId, provider.provider_id)
    await tx.rows(
      q
        .insertInto('provider_person')
        .values({ ...where, granted_at: now })
        .onConflict((conflict) =>
          conflict.columns(['person_id', 'provider_id']).doUpdateSet({ granted_at: now, ended_at: null }),
        ),
    )
  }
  await record(tx, now, {
    action: wish.remove ? 'provider.person-removed' : 'provider.person-added',
    object: { kind: 'provider', id: String(provider.provider_id) },
    details: { person: wish.personId },
  })
}

const refuseOther = async (tx: Transaction, personId: string): Promise<void> => {
  const roles = await tx.rows(
    q
      .selectFrom('membership')
      .where('person_id', '=', personId)
      .where('role', '=', 'provider engineer')
      .where('ended_at', 'is', null)
      .select('agency_id'),
  )
  if (roles.length === 0) throw new Error(`${personId} is nobody with the role provider engineer.`)
}

const refuseSecondProvider = async (tx: Transaction, personId: string, providerId: number): Promise<void> => {
  const other = await tx.maybe(
    q
      .selectFrom('provider_person as pp')
      .innerJoin('provider as p', 'p.provider_id', 'pp.provider_id')
      .where('pp.person_id', '=', personId)
      .where('pp.provider_id', '<>', providerId)
      .where('pp.ended_at', 'is', null)
      .select('p.name'),
  )
  if (other) throw new Error(`${personId} belongs to ${other.name}. End that first: --remove.`)
}
