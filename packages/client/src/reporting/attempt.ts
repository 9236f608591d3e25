import { setTimeout as wait } from 'node:timers/promises'
import { type Judged, judgeAnswer } from './judge-answer.ts'
import { reportingLimits } from './limits.ts'
import type { Settings } from './options.ts'
import { type ReportingCall, ReportingError } from './reporting-error.ts'
import type { Request, Transport } from './transport.ts'

export type Connection = { settings: Settings; transport: Transport }

/**
 * When a call may be made again. `always`: a second time does no harm. `when nothing was stored`: only where the
 * server cannot have carried it out. `never`: what it would send cannot be read again.
 */
export type Repeat = 'always' | 'when nothing was stored' | 'never'

export type Success = Omit<Extract<Judged, { kind: 'success' }>, 'kind'> & { attempts: number }

type Failure = Extract<Judged, { kind: 'failure' }>

const mayRepeat = (failure: Failure, repeat: Repeat): boolean => {
  if (!failure.mayPass || (failure.retryAfterMs ?? 0) > reportingLimits.retryAfterMsMax) return false
  switch (repeat) {
    case 'always':
      return true
    case 'when nothing was stored':
      return failure.outcome === 'not stored'
    case 'never':
      return false
  }
}

/**
 * Doubling, with up to half taken off by `chance` (0..1) so that many clients do not come back in step; never less
 * than the server asked for.
 */
export const delayMs = (firstMs: number, attempts: number, askedMs: number, chance: number): number => {
  const doubled = Math.min(firstMs * 2 ** (attempts - 1), reportingLimits.retryDelayMsMax)
  return Math.max(askedMs, doubled * (1 - chance / 2))
}

const errorOf = (
  call: ReportingCall,
  failure: Failure,
  attempts: number,
  earlierUnknown: boolean,
): ReportingError =>
  new ReportingError({
    ...failure,
    call,
    attempts,
    // One attempt of unknown outcome leaves the whole call unknown, unless the server has since refused it.
    outcome: earlierUnknown && failure.outcome === 'not stored' ? 'unknown' : failure.outcome,
  })

/** Makes a call, again where it may be and may help. Throws a ReportingError that tells what is left behind. */
export const attempt = async (
  { settings, transport }: Connection,
  call: ReportingCall,
  request: Request,
  repeat: Repeat | (() => Repeat),
): Promise<Success> => {
  let mayHaveRunBefore = false
  for (let attempts = 1; ; attempts += 1) {
    const judged = judgeAnswer(await transport.exchange(request), Date.now())
    if (judged.kind === 'success') return { ...judged, attempts }
    const allowed = typeof repeat === 'function' ? repeat() : repeat
    if (attempts > settings.retries || !mayRepeat(judged, allowed))
      throw errorOf(call, judged, attempts, mayHaveRunBefore)
    mayHaveRunBefore ||= judged.outcome === 'unknown'
    await wait(delayMs(settings.retryDelayMs, attempts, judged.retryAfterMs ?? 0, Math.random()))
  }
}
