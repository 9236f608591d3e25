import type { PasskeyAssertion, PasskeyRegistration } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import type { Site } from '../../platform/site.ts'
import { record } from '../ledger/index.ts'
import { recordFailure } from './account-state.ts'
import type { Challenge } from './challenge.ts'

/** With some three hundred modules behind it, it is read at the first passkey and not at the start. */
const webAuthn = () => import('@simplewebauthn/server')

type PasskeyRow = {
  passkey_id: string
  person_id: string
  public_key: Buffer
  counter: string
  ended_at: Date | null
}

export type NewPasskey = {
  credentialId: string
  publicKey: Buffer
  counter: number
  backedUp: boolean
}

/**
 * Whose passkey signed the challenge: user verification done, the counter not behind, for this site. Undefined where
 * anything is wrong; then the failure is written down, and counts against the account where the passkey is known.
 */
export const verifyAssertion = async (
  tx: Transaction,
  site: Site,
  challenge: Challenge | undefined,
  assertion: PasskeyAssertion,
  now: Date,
): Promise<string | undefined> => {
  const [row] = await tx.prepared<PasskeyRow>(
    'passkey-by-credential',
    'select passkey_id, person_id, public_key, counter, ended_at from passkey where credential_id = $1 for update',
    [assertion.id],
  )
  if (!row || row.ended_at !== null) {
    await record(tx, now, {
      action: 'sign-in.failed',
      object: row ? { kind: 'person', id: row.person_id } : { kind: 'passkey', id: 'unknown' },
      outcome: 'denied',
      reason: row ? 'removed passkey' : 'unknown passkey',
    })
    return undefined
  }
  // A stale page or a second click: nobody guessed anything, so it does not count towards the lock.
  if (!challenge) {
    const object = { kind: 'person', id: row.person_id }
    await record(tx, now, { action: 'sign-in.failed', object, outcome: 'denied', reason: 'old challenge' })
    return undefined
  }
  const verified = await signed(site, challenge, assertion, row)
  if (!verified) {
    await recordFailure(tx, row.person_id, 'the passkey did not verify', now)
    return undefined
  }
  await tx.prepared(
    'passkey-used',
    'update passkey set counter = $2, backed_up = $3, last_used_at = $4 where passkey_id = $1',
    [row.passkey_id, verified.newCounter, verified.credentialBackedUp, now],
  )
  return row.person_id
}

const signed = async (site: Site, challenge: Challenge, assertion: PasskeyAssertion, row: PasskeyRow) => {
  try {
    const { verifyAuthenticationResponse } = await webAuthn()
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: assertion,
      expectedChallenge: challenge.challenge,
      expectedOrigin: site.origin(),
      expectedRPID: site.rpId() ?? '',
      requireUserVerification: true,
      credential: {
        id: assertion.id,
        publicKey: new Uint8Array(row.public_key),
        counter: Number(row.counter),
      },
    })
    return verified ? authenticationInfo : undefined
  } catch {
    // The library throws for everything that does not fit; which of them it was is no business of who tried.
    return undefined
  }
}

/** The passkey that an authenticator made for the challenge, or undefined where anything about it is wrong. */
export const verifyRegistration = async (
  site: Site,
  challenge: Challenge,
  registration: PasskeyRegistration,
): Promise<NewPasskey | undefined> => {
  try {
    const { verifyRegistrationResponse } = await webAuthn()
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: registration,
      expectedChallenge: challenge.challenge,
      expectedOrigin: site.origin(),
      expectedRPID: site.rpId() ?? '',
      requireUserVerification: true,
    })
    if (!verified) return undefined
    const { credential, credentialBackedUp } = registrationInfo
    return {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      backedUp: credentialBackedUp,
    }
  } catch {
    return undefined
  }
}

/** Keeps a passkey; undefined where it is known already. As the door. */
export const keepPasskey = async (
  tx: Transaction,
  personId: string,
  made: NewPasskey,
  label: string,
  now: Date,
): Promise<string | undefined> => {
  const [kept] = await tx.prepared<{ passkey_id: string }>(
    'passkey-keep',
    `insert into passkey (credential_id, person_id, public_key, counter, backed_up, label, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (credential_id) do nothing returning passkey_id`,
    [made.credentialId, personId, made.publicKey, made.counter, made.backedUp, label.trim(), now],
  )
  if (kept)
    await record(tx, now, {
      action: 'passkey.registered',
      object: { kind: 'person', id: personId },
      details: { passkey: kept.passkey_id },
    })
  return kept?.passkey_id
}

/** The credential ids of a person's passkeys. As the door. */
export const credentialsOf = async (tx: Transaction, personId: string): Promise<string[]> => {
  const rows = await tx.prepared<{ credential_id: string }>(
    'passkeys-of',
    'select credential_id from passkey where person_id = $1 and ended_at is null',
    [personId],
  )
  return rows.map((row) => row.credential_id)
}
