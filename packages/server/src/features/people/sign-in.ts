import type { SignInMethod } from '@opentipline/contract'
import type { Actor } from '../../db/actor.ts'
import { Problem } from '../../http/problem.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'
import { whyShut } from './account-state.ts'
import { beginSession } from './begin-session.ts'

export const anonymousDoor = (source: string): Extract<Actor, { kind: 'door' }> => ({
  role: 'tipline_door',
  kind: 'door',
  source,
})

/**
 * Signs in a person who has just proven who they are, for the agency given or the one they acted for last. Gives the
 * session's token.
 * @throws Problem account-locked, and not-allowed for somebody who belongs to no agency any more
 */
export const signIn = async (
  services: Services,
  who: { personId: string; agencyId?: string },
  method: SignInMethod,
  device: Buffer,
  source: string,
): Promise<string> => {
  const agencyId = await services.database.transaction(anonymousDoor(source), async (tx) => {
    const [membership] = await tx.prepared<{ agency_id: string }>(
      'sign-in-agency',
      `select m.agency_id from membership m where m.person_id = $1 and m.ended_at is null and ($2::text is null or m.agency_id = $2)
       order by (select max(s.last_seen_at) from session s where s.person_id = m.person_id and s.agency_id = m.agency_id)
         desc nulls last, m.granted_at, m.agency_id limit 1`,
      [who.personId, who.agencyId ?? null],
    )
    return membership?.agency_id
  })
  if (agencyId === undefined) throw new Problem('not-allowed', 'You belong to no agency here any more.')
  const person = { personId: who.personId, agencyId }
  const began = await services.database.transaction({ ...anonymousDoor(source), person }, async (tx) => {
    const now = services.now()
    const shut = await whyShut(tx, who.personId, now)
    if (shut) {
      const object = { kind: 'person', id: who.personId }
      await record(tx, now, { action: 'sign-in.failed', object, outcome: 'denied', reason: 'account shut' })
      return shut
    }
    await tx.prepared('person-signed-in', 'update person set last_signed_in_at = $2 where person_id = $1', [
      who.personId,
      now,
    ])
    return beginSession(tx, person, method, device, now)
  })
  if (began instanceof Problem) throw began
  return began
}
