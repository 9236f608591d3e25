import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'
import { openSoonWriter } from './write-soon.ts'

/** How soon the first of a series is in the ledger, and how often at most the same one is after that. */
const firstWriteMs = 500
const pauseMs = 60_000
/** Series kept apart at once; those of further addresses are counted together, so that a flood fills no memory and no log. */
const seriesMax = 1_000
const elsewhere = 'many addresses'

/** Why a login opened nothing. Whoever called is not told which it was. */
export type LoginFault = 'no login' | 'no such name' | 'wrong password' | 'revoked or expired'

export type RefusedLogin = {
  why: LoginFault
  /** Of the credential that was named, where there is one. What was typed in place of a name is never kept. */
  credentialId: number | undefined
  source: string
}

type Series = RefusedLogin & { calls: number; dueMs: number }

/**
 * Brings refused logins of providers into the ledger: the first of a series at once, the others as a count each minute. A
 * series is one credential, or none that is known, from one address.
 */
export type RefusedLogins = {
  count(refused: RefusedLogin): void
  stop(): Promise<void>
}

export const openRefusedLogins = (services: Pick<Services, 'database' | 'log' | 'now'>): RefusedLogins => {
  const series = new Map<string, Series>()
  const writer = openSoonWriter(async (isLast) => {
    const nowMs = services.now().getTime()
    for (const [key, each] of series) {
      const isDue = isLast || each.dueMs <= nowMs
      // Another series made this write: this one waits for its own minute.
      if (each.calls > 0 && !isDue) writer.within(each.dueMs - nowMs)
      if (each.calls === 0 && isDue) series.delete(key)
      if (each.calls === 0 || !isDue) continue
      const told = { ...each }
      Object.assign(each, { calls: 0, dueMs: nowMs + pauseMs })
      await writeDown(services, told).catch((error: unknown) =>
        services.log.error({ calls: told.calls }, 'refused logins were not written down', error),
      )
    }
  })
  return {
    count: (refused) => {
      const key = `${refused.why} ${refused.credentialId ?? ''} ${refused.source}`
      const isFull = !series.has(key) && series.size >= seriesMax
      const kept = isFull ? { ...refused, credentialId: undefined, source: elsewhere } : refused
      const keptKey = isFull ? `${refused.why} ${elsewhere}` : key
      const each = series.get(keptKey) ?? { ...kept, calls: 0, dueMs: 0 }
      series.set(keptKey, each)
      if (each.calls === 0) writer.within(Math.max(firstWriteMs, each.dueMs - services.now().getTime()))
      each.calls += 1
    },
    stop: () => writer.stop(),
  }
}

const writeDown = (
  { database, now, log }: Pick<Services, 'database' | 'log' | 'now'>,
  { why, credentialId, source, calls }: Series,
): Promise<void> => {
  log.warn({ credential: credentialId ?? null, calls }, 'logins of providers were refused')
  return database.transaction({ role: 'tipline_intake', kind: 'visitor', source }, (tx) =>
    record(tx, now(), {
      action: 'credential.refused',
      object: { kind: 'credential', id: credentialId === undefined ? 'unknown' : String(credentialId) },
      outcome: 'denied',
      reason: why,
      details: { calls },
    }),
  )
}
