import type { Generated } from 'kysely'
import type { Maybe, MaybeTime, Time } from './columns.ts'

/** How people sign in, and the changes of who may do what. */
export type PeopleTables = {
  passkey: {
    passkey_id: Generated<string>
    credential_id: string
    person_id: string
    public_key: Buffer
    counter: string
    backed_up: boolean
    label: string
    created_at: Time
    last_used_at: MaybeTime
    ended_at: MaybeTime
  }
  sign_in_challenge: {
    challenge_id: Generated<string>
    purpose: string
    challenge: string
    device_sha256: Buffer
    session_id: Maybe<string>
    agency_id: Maybe<string>
    nonce: Maybe<string>
    verifier: Maybe<string>
    expires_at: Time
  }
  failed_sign_in: { failure_id: Generated<string>; person_id: string; at: Time }
  access_change: {
    change_id: Generated<string>
    agency_id: string
    person_id: string
    kind: string
    role: Maybe<string>
    subject: Maybe<string>
    because: string
    asked_by: string
    asked_at: Time
    state: Generated<string>
    decided_by: Maybe<string>
    decided_at: MaybeTime
    used_at: MaybeTime
  }
  invitation: {
    token_sha256: Buffer
    person_id: string
    agency_id: string
    purpose: string
    made_at: Time
    expires_at: Time
    used_at: MaybeTime
    revoked_at: MaybeTime
  }
  agency_oidc: {
    agency_id: string
    issuer: string
    client_id: string
    secret_sealed: Buffer
    set_at: Time
    second_factor: string
  }
  oidc_subject: { agency_id: string; person_id: string; subject: string }
}
