import type { PasskeyCreation, PasskeyRegistration } from '@opentipline/contract'
import { Problem } from '../../http/problem.ts'
import { atTheDoor } from '../../http/read-session.ts'
import type { Session } from '../../http/session.ts'
import type { Services } from '../../platform/services.ts'
import { approvedDevice } from './account.ts'
import { makeChallenge, takeChallenge } from './challenge.ts'
import { passkeysMax } from './limits.ts'
import { creationOptions } from './passkey-options.ts'
import { credentialsOf, keepPasskey, verifyRegistration } from './verify-passkey.ts'

const notApproved = (): Problem =>
  new Problem(
    'conflict',
    'Nobody has approved a further device for you, or that was too long ago. Ask again.',
  )

/** A challenge to register a further passkey, where a second person of the agency has approved it. */
export const beginDevice = (
  services: Services,
  session: Session,
  device: Buffer,
): Promise<{ challengeId: string; options: PasskeyCreation }> =>
  services.database.transaction(atTheDoor(session), async (tx) => {
    const now = services.now()
    if (!(await approvedDevice(tx, session.personId, session.actor.agencyId, now))) throw notApproved()
    const known = await credentialsOf(tx, session.personId)
    if (known.length >= passkeysMax)
      throw new Problem('conflict', `You have ${passkeysMax} passkeys. Remove one.`)
    const { sessionId, personId, personName } = session
    const made = await makeChallenge(tx, { purpose: 'add device', device, sessionId }, now)
    return {
      challengeId: made.challengeId,
      options: creationOptions(services.site, { personId, name: personName }, made.challenge, known),
    }
  })

type Answer = { challengeId: string; registration: PasskeyRegistration; label: string }

/** Registers the further passkey and uses the approval up. */
export const finishDevice = async (
  services: Services,
  session: Session,
  { challengeId, registration, label }: Answer,
  device: Buffer,
): Promise<void> => {
  const now = services.now()
  const { sessionId } = session
  const challenge = await services.database.transaction(atTheDoor(session), (tx) =>
    takeChallenge(tx, { challengeId, purpose: 'add device', device, sessionId }, now),
  )
  const made = challenge && (await verifyRegistration(services.site, challenge, registration))
  if (!made) throw new Problem('sign-in-failed', 'The passkey could not be registered. Try again.')
  await services.database.transaction(atTheDoor(session), async (tx) => {
    const approved = await approvedDevice(tx, session.personId, session.actor.agencyId, now)
    if (!approved) throw notApproved()
    const used = await tx.prepared(
      'device-use',
      'update access_change set used_at = $2 where change_id = $1 and used_at is null returning 1',
      [approved.change_id, now],
    )
    if (used.length === 0) throw notApproved()
    if ((await keepPasskey(tx, session.personId, made, label, now)) === undefined)
      throw new Problem('conflict', 'This passkey is registered already.')
  })
}
