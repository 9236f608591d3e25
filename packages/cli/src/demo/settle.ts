import { setTimeout as wait } from 'node:timers/promises'
import type { DeskClient } from '@opentipline/client'

const lookPauseMs = 200

/** How many reports are on the way, stuck, or without an agency. */
export type Settled = { stuck: number; unrouted: number; waiting: number }

/**
 * Waits until every report has been routed, as the clearinghouse's analyst sees it. Gives up after `timeoutMs` without an error: what is
 * still on the way is told, and goes on by itself.
 */
export const untilSettled = async (
  analyst: DeskClient,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<Settled> => {
  const until = Date.now() + timeoutMs
  for (;;) {
    const view = await analyst.call('readPipeline', {})
    const waiting = Object.values(view.waiting).reduce((sum, count) => sum + count, 0)
    const settled = { waiting, stuck: view.stuck.length, unrouted: view.unrouted.length }
    if (waiting === 0 || Date.now() > until || signal?.aborted) return settled
    await wait(lookPauseMs)
  }
}
