import type { Invitation, PasskeyCreation, PasskeyRegistration } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import { membershipOf } from '../../http/session.ts'
import { newToken, tokenDigest } from '../../http/session-cookie.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'
import { makeChallenge, takeChallenge } from './challenge.ts'
import { invitationMs } from './limits.ts'
import { creationOptions } from './passkey-options.ts'
import { anonymousDoor, signIn } from './sign-in.ts'
import { credentialsOf, keepPasskey, verifyRegistration } from './verify-passkey.ts'

type Purpose = Invitation['purpose']

/** The page that a one-time link opens. The secret is in the part that a browser sends to nobody. */
export const linkOf = (origin: string, token: string): string => `${origin}/join#${token}`

/** Makes a one-time link's secret for a member; earlier ones of theirs are worth nothing from now on. */
export const makeInvitation = async (
  tx: Transaction,
  who: { personId: string; agencyId: string },
  purpose: Purpose,
  now: Date,
): Promise<string> => {
  const token = newToken()
  await tx.prepared(
    'invitation-revoke',
    `update invitation set revoked_at = $3 where person_id = $1 and agency_id = $2 and used_at is null and revoked_at is null`,
    [who.personId, who.agencyId, now],
  )
  const expiresAt = new Date(now.getTime() + invitationMs)
  await tx.prepared(
    'invitation-make',
    `insert into invitation (token_sha256, person_id, agency_id, purpose, made_at, expires_at) values ($1, $2, $3, $4, $5, $6)`,
    [tokenDigest(token), who.personId, who.agencyId, purpose, now, expiresAt],
  )
  await record(tx, now, {
    action: 'invitation.made',
    object: { kind: 'person', id: who.personId },
    details: { purpose, agency: who.agencyId, expires: expiresAt.toISOString() },
  })
  return token
}

type Row = {
  person_id: string
  person_name: string
  purpose: Purpose
  expires_at: Date
  role: string
  agency_id: string
  name: string
  kind: string
  area: string | null
}

const live = `select i.person_id, p.name as person_name, i.purpose, i.expires_at, m.role, a.agency_id, a.name, a.kind, a.area
  from invitation i join membership m on m.person_id = i.person_id and m.agency_id = i.agency_id
    join person p on p.person_id = i.person_id join agency a on a.agency_id = i.agency_id
  where i.token_sha256 = $1 and i.used_at is null and i.revoked_at is null and i.expires_at > $2 and m.ended_at is null`

/** @throws Problem link-used: which of used, withdrawn, too old or never made it is, is told to nobody */
const loadLive = async (tx: Transaction, token: string, now: Date): Promise<Row> => {
  const [row] = await tx.prepared<Row>('invitation-live', live, [tokenDigest(token), now])
  if (!row) throw new Problem('link-used', 'Ask an administrator of your agency for a new one.')
  return row
}

export const readInvitation = (services: Services, token: string, source: string): Promise<Invitation> =>
  services.database.transaction(anonymousDoor(source), async (tx) => {
    const row = await loadLive(tx, token, services.now())
    return {
      name: row.person_name,
      actingFor: membershipOf(row),
      purpose: row.purpose,
      expiresAt: row.expires_at.toISOString(),
    }
  })

export const beginEnrolment = (
  services: Services,
  token: string,
  device: Buffer,
  source: string,
): Promise<{ challengeId: string; options: PasskeyCreation }> =>
  services.database.transaction(anonymousDoor(source), async (tx) => {
    const row = await loadLive(tx, token, services.now())
    const { challengeId, challenge } = await makeChallenge(tx, { purpose: 'enrol', device }, services.now())
    const person = { personId: row.person_id, name: row.person_name }
    const known = await credentialsOf(tx, row.person_id)
    return { challengeId, options: creationOptions(services.site, person, challenge, known) }
  })

type Enrolment = { token: string; challengeId: string; registration: PasskeyRegistration; label: string }

/**
 * Registers the passkey, uses the link up and signs in; gives the session's token. A link whose passkey did not verify
 * can be tried again.
 * @throws Problem link-used, sign-in-failed
 */
export const finishEnrolment = async (
  services: Services,
  { token, challengeId, registration, label }: Enrolment,
  device: Buffer,
  source: string,
): Promise<string> => {
  const now = services.now()
  const found = await services.database.transaction(anonymousDoor(source), async (tx) => ({
    row: await loadLive(tx, token, now),
    challenge: await takeChallenge(tx, { challengeId, purpose: 'enrol', device }, now),
  }))
  const made = found.challenge && (await verifyRegistration(services.site, found.challenge, registration))
  if (!made)
    throw new Problem('sign-in-failed', 'The passkey could not be registered. Try again with this link.')
  const { person_id: personId, agency_id: agencyId } = found.row
  await services.database.transaction(
    { ...anonymousDoor(source), person: { personId, agencyId } },
    async (tx) => {
      await useUp(tx, token, now)
      if (found.row.purpose === 'recover') await leaveOthers(tx, personId, agencyId, now)
      if ((await keepPasskey(tx, personId, made, label, now)) === undefined)
        throw new Problem('conflict', 'This passkey is registered already.')
    },
  )
  return signIn(services, { personId, agencyId }, 'passkey', device, source)
}

/** Of two who use a link at once one does. */
const useUp = async (tx: Transaction, token: string, now: Date): Promise<void> => {
  const used = await tx.prepared(
    'invitation-use',
    'update invitation set used_at = $2 where token_sha256 = $1 and used_at is null and revoked_at is null returning 1',
    [tokenDigest(token), now],
  )
  if (used.length === 0) throw new Problem('link-used')
}

/** One agency says that it is them; the others have not, so what they gave is ended until they give it again. */
const leaveOthers = async (tx: Transaction, personId: string, agencyId: string, now: Date): Promise<void> => {
  const left = await tx.prepared<{ agency_id: string }>(
    'membership-leave-others',
    `update membership set ended_at = $3 where person_id = $1 and agency_id <> $2 and ended_at is null returning agency_id`,
    [personId, agencyId, now],
  )
  for (const { agency_id } of left)
    await record(tx, now, {
      action: 'person.membership-ended',
      object: { kind: 'person', id: personId },
      reason: 'recovered by another agency',
      details: { agency: agency_id },
    })
}
