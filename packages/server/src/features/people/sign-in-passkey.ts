import type { PasskeyAssertion, PasskeyRequest } from '@opentipline/contract'
import { Problem } from '../../http/problem.ts'
import { atTheDoor } from '../../http/read-session.ts'
import type { Session } from '../../http/session.ts'
import type { Services } from '../../platform/services.ts'
import { whyShut } from './account-state.ts'
import { makeChallenge, takeChallenge } from './challenge.ts'
import { requestOptions } from './passkey-options.ts'
import { proveSession } from './prove.ts'
import { anonymousDoor, signIn } from './sign-in.ts'
import { credentialsOf, verifyAssertion } from './verify-passkey.ts'

export type Asked = { challengeId: string; options: PasskeyRequest }
export type Answered = { challengeId: string; assertion: PasskeyAssertion }

const noSignIn = (): Problem =>
  new Problem('sign-in-failed', 'The passkey was not accepted, or the page was open for too long. Try again.')

/** A challenge for whoever wants to sign in; they are nobody yet. */
export const beginPasskeySignIn = (services: Services, device: Buffer, source: string): Promise<Asked> =>
  services.database.transaction(anonymousDoor(source), async (tx) => {
    const { challengeId, challenge } = await makeChallenge(tx, { purpose: 'sign in', device }, services.now())
    return { challengeId, options: requestOptions(services.site, challenge) }
  })

/** Signs in by passkey and gives the session's token. @throws Problem sign-in-failed, account-locked */
export const finishPasskeySignIn = async (
  services: Services,
  { challengeId, assertion }: Answered,
  device: Buffer,
  source: string,
): Promise<string> => {
  const now = services.now()
  // Committed whatever comes of it: the challenge is used up, and a failure is written down.
  const personId = await services.database.transaction(anonymousDoor(source), async (tx) => {
    const challenge = await takeChallenge(tx, { challengeId, purpose: 'sign in', device }, now)
    return verifyAssertion(tx, services.site, challenge, assertion, now)
  })
  if (personId === undefined) throw noSignIn()
  return signIn(services, { personId }, 'passkey', device, source)
}

/** A challenge for the person of this session, to be signed by a passkey of theirs. */
export const beginProof = (services: Services, session: Session, device: Buffer): Promise<Asked> =>
  services.database.transaction(atTheDoor(session), async (tx) => {
    const { sessionId } = session
    const allowed = await credentialsOf(tx, session.personId)
    if (allowed.length === 0) throw new Problem('conflict', 'You have no passkey here.')
    const made = await makeChallenge(tx, { purpose: 'prove', device, sessionId }, services.now())
    return {
      challengeId: made.challengeId,
      options: requestOptions(services.site, made.challenge, allowed),
    }
  })

/** Proves by passkey that it is the session's own person; gives the session's new token. */
export const finishProof = async (
  services: Services,
  session: Session,
  { challengeId, assertion }: Answered,
  device: Buffer,
): Promise<string> => {
  const now = services.now()
  const { sessionId } = session
  const proven = await services.database.transaction(atTheDoor(session), async (tx) => {
    const challenge = await takeChallenge(tx, { challengeId, purpose: 'prove', device, sessionId }, now)
    const personId = await verifyAssertion(tx, services.site, challenge, assertion, now)
    // Somebody else's passkey, at this person's desk.
    if (personId !== session.personId) return noSignIn()
    return (await whyShut(tx, personId, now)) ?? proveSession(tx, session, 'passkey', now)
  })
  if (proven instanceof Problem) throw proven
  return proven
}
