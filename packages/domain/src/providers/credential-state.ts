/** The times that decide about a credential. */
export type CredentialTimes = { expiresAt: Date | null; revokedAt: Date | null }

/** `ending`: it works, and a moment is set from which it does not. */
export type CredentialState = 'working' | 'ending' | 'expired' | 'revoked'

/** A revocation is final; an expiry is from its moment on. */
export const credentialState = ({ expiresAt, revokedAt }: CredentialTimes, now: Date): CredentialState => {
  if (revokedAt !== null) return 'revoked'
  if (expiresAt === null) return 'working'
  return expiresAt.getTime() <= now.getTime() ? 'expired' : 'ending'
}

/** Whether calls under it are taken. */
export const credentialWorks = (times: CredentialTimes, now: Date): boolean =>
  ['working', 'ending'].includes(credentialState(times, now))

/**
 * When the old one of a rotation ends: after the overlap, and never later than it would have by itself. Null where
 * there is nothing to rotate: what does not work is replaced by a new credential, not rotated.
 */
export const overlapEnd = (old: CredentialTimes, overlapHours: number, now: Date): Date | null => {
  if (!credentialWorks(old, now)) return null
  const end = now.getTime() + overlapHours * 3_600_000
  return new Date(Math.min(end, old.expiresAt?.getTime() ?? end))
}
