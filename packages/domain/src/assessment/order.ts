import type { Interval } from '@opentipline/contract'
import { bandsMax, pointsMax, type Policy, rulesMax } from '../policy/schema.ts'

/** What decides a report's place in a queue. An `Assessment` has it, and so has each turn of an unknown. */
export type Ranked = { band: string; risk: Interval }

/** Sums of points lie strictly between -offset and offset. */
const offset = 2 ** 20
const span = 2 * offset

/**
 * The place in the queue as one number: greater comes first. Bands first; inside a band the end of the risk interval that
 * the policy says, then the other end. Equal numbers go by the next clock. An integer below 2^53.
 */
export function orderNumber({ band, risk }: Ranked, { bands, order }: Policy): number {
  const rank = bands.findIndex((entry) => entry.id === band)
  const height = bands.length - (rank < 0 ? bands.length : rank)
  const [first, second] = order.end === 'low' ? [risk.low, risk.high] : [risk.high, risk.low]
  return (height * span + first + offset) * span + second + offset
}

/** Proof that the packing holds: the widest sum fits, and the whole is a safe integer. */
export const orderFits =
  rulesMax * pointsMax < offset && (bandsMax + 1) * span * span < Number.MAX_SAFE_INTEGER

/** The place, from 1, that a report of this number takes among others; `numbers` are theirs, in any order. */
export const placeAmong = (own: number, numbers: readonly number[]): number =>
  1 + numbers.filter((other) => other > own).length
