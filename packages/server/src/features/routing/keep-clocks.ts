import type { ClockView } from '@opentipline/contract'
import { clocksOf, nextClock } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { readClockFacts } from './clock-facts.ts'

const hold = 'select from tip where tip_id = any($1::bigint[]) order by tip_id for update'

const forget = 'delete from tip_clock where tip_id = any($1::bigint[])'

const keep = `
  insert into tip_clock (tip_id, agency_id, key, kind, ends_at, body)
  select (c->>'tipId')::bigint, c->>'agencyId', c->'clock'->>'key', c->'clock'->>'kind', (c->'clock'->>'at')::timestamptz, c->'clock'
  from jsonb_array_elements($1::jsonb) as given (c)`

/** Only where it changes: a tip is a wide row, and most have the clock already that they came with. */
const point = `
  update tip set next_clock_at = (n->>'at')::timestamptz, next_clock_name = n->>'name'
  from jsonb_array_elements($1::jsonb) as given (n)
  where tip.tip_id = (n->>'tipId')::bigint
    and (tip.next_clock_at, tip.next_clock_name) is distinct from ((n->>'at')::timestamptz, n->>'name')`

/**
 * Works out the clocks of these tips and keeps them, and points each tip at the one that ends next: what orders the queue
 * among equals. To be called in the transaction that changes what they are made of. Decides nothing and makes nothing due.
 */
export const keepClocks = async (tx: Transaction, tipIds: readonly string[], now: Date): Promise<void> => {
  if (tipIds.length === 0) return
  await tx.prepared('clocks-hold', hold, [tipIds])
  const made = (await readClockFacts(tx, tipIds)).map(({ tip, facts }) => ({ tip, clocks: clocksOf(facts) }))
  await tx.prepared('clocks-forget', forget, [tipIds])
  const rows = made.flatMap(({ tip, clocks }) =>
    clocks.map((clock) => ({ tipId: tip.tip_id, agencyId: tip.agency_id, clock })),
  )
  if (rows.length > 0) await tx.prepared('clocks-keep', keep, [JSON.stringify(rows)])
  const next = made.map(({ tip, clocks }) => ({ tipId: tip.tip_id, ...pointer(nextClock(clocks, now)) }))
  await tx.prepared('clocks-point', point, [JSON.stringify(next)])
}

const pointer = (clock: ClockView | undefined) => ({ at: clock?.at ?? null, name: clock?.name ?? null })

/** The same for every tip of these reports that the actor may change: the pipeline's, of all agencies. */
export const keepClocksOfReports = async (
  tx: Transaction,
  reportIds: readonly string[],
  now: Date,
): Promise<void> => {
  const tips = await tx.prepared<{ tip_id: string }>(
    'clocks-of-reports',
    'select tip_id from tip where report_id = any($1::bigint[]) and withdrawn_at is null order by tip_id',
    [reportIds],
  )
  await keepClocks(
    tx,
    tips.map((tip) => tip.tip_id),
    now,
  )
}

/** A tip's clocks as they were last worked out, those that end first first. */
export const readKeptClocks = async (tx: Transaction, tipId: string): Promise<ClockView[]> => {
  const rows = await tx.prepared<{ body: ClockView }>(
    'clocks-kept',
    'select body from tip_clock where tip_id = $1 order by ends_at, key',
    [tipId],
  )
  return rows.map((row) => row.body)
}
