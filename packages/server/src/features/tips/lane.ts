import type { QueueLane } from '@opentipline/contract'
import { sql, type RawBuilder, type SqlBool } from 'kysely'

/**
 * Which tips stand in a lane of the queue, or are open in any. A hold that has run out is in its lane again by itself: nothing has to
 * wake it, so nothing can fail to.
 */
export const inLane = (lane: QueueLane | 'open'): RawBuilder<SqlBool> => {
  switch (lane) {
    case 'held':
      return sql<SqlBool>`(tip.state in ('requested', 'offered', 'waiting') or (tip.state = 'held' and tip.held_until > now()))`
    case 'done':
      return sql<SqlBool>`tip.state in ('pursued', 'declined', 'referred', 'returned')`
    case 'open':
      return sql<SqlBool>`(tip.state = 'open' or (tip.state = 'held' and tip.held_until <= now()))`
    case 'now':
    case 'work':
    case 'enrich':
    case 'informational':
      return sql<SqlBool>`(tip.state = 'open' or (tip.state = 'held' and tip.held_until <= now())) and tip.lane = ${lane}`
  }
}

/** The lane a tip stands in, as SQL; the mirror of `inLane`. */
export const laneSql = sql<QueueLane>`case
  when tip.state in ('pursued', 'declined', 'referred', 'returned') then 'done'
  when tip.state in ('requested', 'offered', 'waiting') or (tip.state = 'held' and tip.held_until > now()) then 'held'
  else tip.lane end`

/** The next clock of a tip; one without stands after those that have one. As the index of the queue has it. */
export const clockOrNever = sql<Date>`coalesce(tip.next_clock_at, 'infinity'::timestamptz)`
