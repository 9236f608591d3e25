import { randomBytes } from 'node:crypto'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import { challengeMs, challengesMax } from './limits.ts'

export type Purpose = 'sign in' | 'prove' | 'enrol' | 'add device' | 'oidc'

export type Challenge = {
  challenge_id: string
  purpose: Purpose
  challenge: string
  device_sha256: Buffer
  session_id: string | null
  agency_id: string | null
  nonce: string | null
  verifier: string | null
}

/** 256 random bits in base64url. */
export const randomText = (): string => randomBytes(32).toString('base64url')

type Wish = {
  purpose: Purpose
  device: Buffer
  sessionId?: string
  agencyId?: string
  nonce?: string
  verifier?: string
}

/** Makes a challenge. Those that nobody answered are cleared away with it. As the door. */
export const makeChallenge = async (
  tx: Transaction,
  wish: Wish,
  now: Date,
): Promise<{ challengeId: string; challenge: string }> => {
  await tx.prepared('challenge-clear', 'delete from sign_in_challenge where expires_at < $1', [now])
  const [open] = await tx.prepared<{ count: number }>(
    'challenge-count',
    'select count(*)::int as count from sign_in_challenge',
    [],
  )
  if ((open?.count ?? 0) >= challengesMax) throw new Problem('too-many-requests')
  const challenge = randomText()
  const [made] = await tx.prepared<{ challenge_id: string }>(
    'challenge-make',
    `insert into sign_in_challenge (purpose, challenge, device_sha256, session_id, agency_id, nonce, verifier, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning challenge_id`,
    [
      wish.purpose,
      challenge,
      wish.device,
      wish.sessionId ?? null,
      wish.agencyId ?? null,
      wish.nonce ?? null,
      wish.verifier ?? null,
      new Date(now.getTime() + challengeMs),
    ],
  )
  return { challengeId: made?.challenge_id ?? '', challenge }
}

/**
 * Takes a challenge to be answered: once, in time, for its purpose, in the browser and session that asked for it.
 * Whatever is wrong with it, it is gone. As the door; the deletion has to be committed even where the answer fails.
 */
export const takeChallenge = async (
  tx: Transaction,
  wanted: { challengeId: string; purpose: Purpose; device: Buffer | undefined; sessionId?: string },
  now: Date,
): Promise<Challenge | undefined> => {
  const [taken] = await tx.prepared<Challenge & { expires_at: Date }>(
    'challenge-take',
    'delete from sign_in_challenge where challenge_id = $1 returning *',
    [wanted.challengeId],
  )
  if (!taken || taken.purpose !== wanted.purpose || taken.expires_at < now) return undefined
  if (!wanted.device || !taken.device_sha256.equals(wanted.device)) return undefined
  return taken.session_id === (wanted.sessionId ?? null) ? taken : undefined
}
