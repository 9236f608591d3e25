import { Problem } from '../../http/problem.ts'
import type { RankedRow } from './row.ts'

/**
 * Where a page ended: the rank of its last row. Ranks are total, so that no row is skipped or shown twice. The clock is told
 * to the microsecond: a moment cut to milliseconds stands before its own row, which would come again.
 */
export type Cursor = { bandRank: number; first: number; second: number; clockAt: string; tipId: string }

/** A tip without a next clock stands after those with one. */
const noClock = 'infinity'

export const cursorAfter = (row: RankedRow): string =>
  Buffer.from(
    JSON.stringify([row.band_rank, row.order_first, row.order_second, row.clock_place, row.tip_id]),
  ).toString('base64url')

/** @throws Problem bad-request when the text is no cursor of ours */
export const readCursor = (text: string): Cursor => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (Array.isArray(parts)) {
      const [bandRank, first, second, clockAt, tipId]: unknown[] = parts
      if (
        typeof bandRank === 'number' &&
        typeof first === 'number' &&
        typeof second === 'number' &&
        typeof clockAt === 'string' &&
        (clockAt === noClock || !Number.isNaN(Date.parse(clockAt))) &&
        typeof tipId === 'string' &&
        /^\d{1,18}$/.test(tipId)
      )
        return { bandRank, first, second, clockAt, tipId }
    }
  } catch {
    // Falls through: any text that is not ours is answered alike.
  }
  throw new Problem('bad-request', 'The place to go on from (`after`) is not one that this queue gave.')
}
