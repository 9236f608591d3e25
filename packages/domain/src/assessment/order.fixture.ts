import type { Interval } from '@opentipline/contract'
import type { Policy } from '../policy/schema.ts'

/** What decides a report's place in a queue: `risk` of an `Assessment`, or band and risk of a turn of an unknown. */
export type Ranked = Interval & { band: string }

/** Sums of points lie strictly between -offset and offset: `rulesMax` times `pointsMax` is less. */
const offset = 2 ** 20
const span = 2 * offset

/**
 * What `rankColumns` must agree with, said plainly: the place in the queue as one number: greater comes first. Bands first; inside a band the end of the risk interval that
 * the policy says, then the other end. Equal numbers go by the next clock. An integer below 2^53.
 */
export function orderNumber({ band, low, high }: Ranked, { bands, order }: Policy): number {
  const rank = bands.findIndex((entry) => entry.id === band)
  const height = bands.length - (rank < 0 ? bands.length : rank)
  const [first, second] = order.end === 'low' ? [low, high] : [high, low]
  return (height * span + first + offset) * span + second + offset
}
