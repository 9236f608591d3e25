/** How far ahead of its steady pace a credential may run: a burst of one minute's calls, since services file in bursts. */
const burstMs = 60_000

/** How far ahead of the steady pace it was, and when: all that is remembered. */
export type CallPace = { atMs: number; aheadMs: number }
export type CallVerdict = { taken: true; pace: CallPace } | { taken: false; pace: CallPace; waitMs: number }

/** Sums of fractions of a millisecond are off by less than this. */
const roundingMs = 1e-6

/**
 * Whether one more call fits the limit (the generic cell rate algorithm, ITU-T I.371): at most `callsPerMinute` in the
 * long run, and at most as many at once. `waitMs` is the shortest pause after which one call will be taken.
 *
 * @param nowMs milliseconds; a clock that was set far back begins anew
 */
export const takeCall = (pace: CallPace | undefined, callsPerMinute: number, nowMs: number): CallVerdict => {
  const passedMs = pace === undefined ? 0 : nowMs - pace.atMs
  const isKnown = pace !== undefined && passedMs > -burstMs
  const aheadMs = isKnown ? Math.max(0, pace.aheadMs - Math.max(0, passedMs)) : 0
  const atMs = isKnown ? Math.max(nowMs, pace.atMs) : nowMs
  const nextMs = aheadMs + burstMs / callsPerMinute
  if (nextMs > burstMs + roundingMs)
    return { taken: false, pace: { atMs, aheadMs }, waitMs: nextMs - burstMs + (atMs - nowMs) }
  return { taken: true, pace: { atMs, aheadMs: nextMs } }
}
