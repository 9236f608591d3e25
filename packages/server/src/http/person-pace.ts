import { type CallPace, takeCall } from '@opentipline/domain'
import { record } from '../features/ledger/index.ts'
import type { Services } from '../platform/services.ts'
import { Problem } from './problem.ts'
import type { Session } from './session.ts'

/**
 * Calls a minute that one person makes at most, over all their sessions. A person who hurries makes two hundred; a
 * program that copies what a person may see would make thousands.
 */
const callsPerMinuteOfPersonMax = 1_200
/** People remembered at once; the longest quiet is forgotten first, and begins anew. */
const rememberedMax = 10_000
/** A refusal is in the ledger once in this time for each person: it says that it happened, not how often. */
const toldPauseMs = 60_000

type Paced = { pace: CallPace; toldAtMs: number }

/** Counts the calls of each person in this process; several processes each keep their own count. */
export type PersonPace = {
  /** 0 where the call is taken; else the seconds after which the next one will be, and whether to write that down. */
  take(personId: string, nowMs: number): { waitSeconds: number; isToTell: boolean }
}

/** Opens the count. */
export const openPersonPace = (callsPerMinute = callsPerMinuteOfPersonMax): PersonPace => {
  const people = new Map<string, Paced>()
  return {
    take: (personId, nowMs) => {
      const known = people.get(personId)
      const verdict = takeCall(known?.pace, callsPerMinute, nowMs)
      const toldAtMs = known?.toldAtMs ?? Number.NEGATIVE_INFINITY
      const isToTell = !verdict.taken && nowMs - toldAtMs >= toldPauseMs
      // Set anew, so that the order of the map is the order of the last calls.
      people.delete(personId)
      people.set(personId, { pace: verdict.pace, toldAtMs: isToTell ? nowMs : toldAtMs })
      const [quietest] = people.keys()
      if (people.size > rememberedMax && quietest !== undefined) people.delete(quietest)
      return {
        waitSeconds: verdict.taken ? 0 : Math.max(1, Math.ceil(verdict.waitMs / 1000)),
        isToTell,
      }
    },
  }
}

/**
 * Refuses a call of somebody who is over their limit, with the seconds to wait. Asked before anything else is done for it.
 * @throws Problem too-many-requests
 */
export const refuseHaste = async (
  services: Pick<Services, 'database' | 'now' | 'personPace'>,
  session: Session,
  retryAfter: (seconds: number) => void,
): Promise<void> => {
  const now = services.now()
  const { waitSeconds, isToTell } = services.personPace.take(session.personId, now.getTime())
  if (waitSeconds === 0) return
  if (isToTell)
    await services.database.transaction(session.actor, (tx) =>
      record(tx, now, {
        action: 'person.calls-limited',
        object: { kind: 'person', id: session.personId },
        outcome: 'denied',
      }),
    )
  retryAfter(waitSeconds)
  throw new Problem('too-many-requests', `Too many calls. The next one is taken after ${waitSeconds} s.`)
}
