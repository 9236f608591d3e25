import { setTimeout as wait } from 'node:timers/promises'
import type { DeskClient } from '@opentipline/client'

const lookPauseMs = 200

/** Where the reports are once nothing is on the way any more. */
export type Settled = { stuck: number; unrouted: number; waiting: number }

/**
 * Waits until every report has been routed, as the clearinghouse's analyst sees it. Gives up after `timeoutMs` without an error: what is
 * still on the way is told, and goes on by itself.
 */
export const untilSettled = async (analyst: DeskClient, timeoutMs: number): Promise<Settled> => {
  const until = Date.now() + timeoutMs
  for (;;) {
    const view = await analyst.call('readPipeline', {})
    const waiting = Object.values(view.waiting).reduce((sum, count) => sum + count, 0)
    const settled = { waiting, stuck: view.stuck.length, unrouted: view.unrouted.length }
    if (waiting - settled.stuck <= 0 || Date.now() > until) return settled
    await wait(lookPauseMs)
  }
}
