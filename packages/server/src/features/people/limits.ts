/** The limits of signing in, each with its reason. */

export const minuteMs = 60_000
const dayMs = 86_400_000
/** A challenge is answered while the person sits before it. */
export const challengeMs = 5 * minuteMs
/** Challenges open at once: a sign-in page left open by thousands of people, and not the memory of the database. */
export const challengesMax = 20_000
/** A one-time link is handed over within a working day, also to the other shift. */
export const invitationMs = dayMs
/** How long an approved device may be registered: until the person's next shift. */
export const deviceMs = 2 * dayMs
/** So many failures within so long lock an account, until a person unlocks it (NIST SP 800-63B asks for a limit). */
export const failuresMax = 5
export const failureWindowMs = 15 * minuteMs
/** An account that nobody used for so long is disabled: its person may have left, and nobody noticed. */
export const unusedMs = 90 * dayMs
/** Passkeys of one person. */
export const passkeysMax = 10
