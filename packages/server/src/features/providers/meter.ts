import { type CallPace, takeCall } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'
import type { Credential } from './credential.ts'
import { openSoonWriter } from './write-soon.ts'

/** How soon a first use or refusal is written down, and how often at most after that. */
const firstWriteMs = 500
const pauseMs = 60_000

type Metered = {
  credential: Credential
  pace: CallPace | undefined
  /** Not yet written down. */
  usedAt: Date | null
  refused: number
  refusedAt: Date | null
  /** From when on the next use, or refusal, is to be written down. */
  usedDueMs: number
  refusedDueMs: number
}

const unmetered = (credential: Credential): Metered => ({
  credential,
  pace: undefined,
  usedAt: null,
  refused: 0,
  refusedAt: null,
  usedDueMs: 0,
  refusedDueMs: 0,
})

/**
 * Counts the calls of each credential in this process. Several processes each keep their own count, so that what gets
 * through all of them together is at most the limit times their number.
 */
export type CallMeter = {
  /** 0 where the call is taken; else the seconds after which the next one will be. */
  take(credential: Credential): number
  stop(): Promise<void>
}

const markUsed = 'select credentials_used($1::int[], $2::timestamptz[], $3::int[], $4::timestamptz[])'

/** Opens the meter. When a credential was told to wait is written down once a minute at most, and when it was last used, as often as that or sooner. */
export const openCallMeter = (services: Pick<Services, 'database' | 'log' | 'now'>): CallMeter => {
  const metered = new Map<number, Metered>()
  const writer = openSoonWriter(async (isLast) => {
    const nowMs = services.now().getTime()
    const taken: Metered[] = []
    for (const each of metered.values()) {
      const isDue = isLast || each.refusedDueMs <= nowMs
      // Another credential made this write: an entry of this one waits for its own minute.
      if (each.refused > 0 && !isDue) writer.within(each.refusedDueMs - nowMs)
      const limited = isDue ? each.refused : 0
      if (each.usedAt === null && limited === 0) continue
      taken.push({ ...each, refused: limited, refusedAt: limited > 0 ? each.refusedAt : null })
      if (each.usedAt !== null) Object.assign(each, { usedAt: null, usedDueMs: nowMs + pauseMs })
      if (limited > 0) Object.assign(each, { refused: 0, refusedAt: null, refusedDueMs: nowMs + pauseMs })
    }
    await writeDown(services, taken).catch((error: unknown) =>
      services.log.error({ credentials: taken.length }, 'the use of credentials was not written down', error),
    )
  })
  return {
    take: (credential) => {
      const now = services.now()
      const nowMs = now.getTime()
      const each = metered.get(credential.credentialId) ?? unmetered(credential)
      metered.set(credential.credentialId, each)
      const verdict = takeCall(each.pace, credential.callsPerMinute, nowMs)
      each.credential = credential
      each.pace = verdict.pace
      if (verdict.taken) {
        if (each.usedAt === null) writer.within(Math.max(firstWriteMs, each.usedDueMs - nowMs))
        each.usedAt = now
        return 0
      }
      if (each.refused === 0) writer.within(Math.max(firstWriteMs, each.refusedDueMs - nowMs))
      each.refused += 1
      each.refusedAt = now
      return Math.max(1, Math.ceil(verdict.waitMs / 1000))
    },
    stop: () => writer.stop(),
  }
}

const writeDown = async (
  { database, now, log }: Pick<Services, 'database' | 'log' | 'now'>,
  list: readonly Metered[],
) => {
  if (list.length === 0) return
  await database.transaction({ role: 'tipline_intake', kind: 'visitor', source: 'internal' }, (tx) =>
    mark(tx, list),
  )
  for (const { credential, refused } of list.filter((each) => each.refused > 0)) {
    log.warn({ credential: credential.credentialId, calls: refused }, 'calls were told to wait')
    const { providerId, environment, credentialId } = credential
    await database.transaction(
      { role: 'tipline_intake', kind: 'provider', providerId, environment, source: 'internal' },
      (tx) =>
        record(tx, now(), {
          action: 'credential.calls-limited',
          object: { kind: 'credential', id: String(credentialId) },
          outcome: 'denied',
          details: { calls: refused, perMinute: credential.callsPerMinute },
        }),
    )
  }
}

const mark = (tx: Transaction, list: readonly Metered[]) => {
  const used = list.filter((each) => each.usedAt !== null)
  const limited = list.filter((each) => each.refusedAt !== null)
  return tx.prepared('credentials-used', markUsed, [
    used.map((each) => each.credential.credentialId),
    used.map((each) => each.usedAt),
    limited.map((each) => each.credential.credentialId),
    limited.map((each) => each.refusedAt),
  ])
}
