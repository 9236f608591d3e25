import type { QueueLane, QueueRow } from '@opentipline/contract'
import { sql } from 'kysely'
import { q } from '../../db/query.ts'
import type { TipSummary } from '../../db/tables.ts'
import { laneSql } from './lane.ts'
import type { Marks } from './marks.ts'

/** Tips that show: not withdrawn, and no longer within another agency's undo window. */
export const shownTips = (agencyId: string, personId: string) =>
  q
    .selectFrom('tip')
    .leftJoin('tip_seen as seen', (join) =>
      join.onRef('seen.tip_id', '=', 'tip.tip_id').on('seen.person_id', '=', personId),
    )
    .leftJoin('tip_assignment as assigned', 'assigned.tip_id', 'tip.tip_id')
    .where('tip.agency_id', '=', agencyId)
    .where('tip.withdrawn_at', 'is', null)
    .where(sql<boolean>`tip.available_at <= now()`)

/** The columns a row of the queue is made of. */
export const rowColumns = [
  'tip.tip_id',
  'tip.report_id',
  'tip.state',
  'tip.label',
  'tip.band',
  'tip.band_rank',
  'tip.risk_low',
  'tip.risk_high',
  'tip.order_first',
  'tip.order_second',
  'tip.act_low',
  'tip.act_high',
  'tip.available_at',
  'tip.next_clock_at',
  'tip.next_clock_name',
  'tip.held_until',
  'tip.amended_at',
  'tip.summary',
  'tip.revision',
  'seen.revision as seen_revision',
  'seen.at as seen_at',
  'tip.rerouted_at',
  'tip.rerouted_to',
  'tip.rerouted_because',
] as const

export type TipRow = {
  tip_id: string
  report_id: string
  state: QueueRow['state']
  label: QueueRow['label']
  band: string
  band_rank: number
  risk_low: number
  risk_high: number
  order_first: number
  order_second: number
  act_low: number
  act_high: number
  available_at: Date
  next_clock_at: Date | null
  next_clock_name: string | null
  held_until: Date | null
  amended_at: Date | null
  summary: TipSummary
  revision: number
  seen_revision: number | null
  seen_at: Date | null
  rerouted_at: Date | null
  rerouted_to: string[] | null
  rerouted_because: string | null
  shown_lane: QueueLane
}

/** A row with its place among those of the same scores. */
export type RankedRow = TipRow & { clock_place: string }

/** The next clock in the order of the queue, to the microsecond; `infinity` where there is none. */
export const clockPlace = sql<string>`coalesce(
  to_char(tip.next_clock_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'infinity')`.as(
  'clock_place',
)

export const shownLane = laneSql.as('shown_lane')

export const queueRow = (row: TipRow, marks: Marks = {}): QueueRow => ({
  ...marks,
  tipId: row.tip_id,
  reportId: row.report_id,
  state: row.state,
  lane: row.shown_lane,
  label: row.label,
  origin: row.summary.origin,
  provider: row.summary.provider,
  incidentType: row.summary.incidentType,
  place: row.summary.place,
  band: row.band,
  risk: { low: row.risk_low, high: row.risk_high },
  actionability: { low: row.act_low, high: row.act_high },
  reasons: row.summary.reasons,
  availableAt: row.available_at.toISOString(),
  incidentAt: row.summary.incidentAt,
  nextClock:
    row.next_clock_at && row.next_clock_name
      ? { name: row.next_clock_name, at: row.next_clock_at.toISOString() }
      : null,
  fileCount: row.summary.fileCount,
  unviewedFileCount: row.summary.unviewedFileCount,
  linkCount: row.summary.linkCount,
  heldUntil: row.held_until?.toISOString() ?? null,
  unread: row.seen_revision === null || row.seen_revision < row.revision,
  rerouted: row.rerouted_at
    ? { to: row.rerouted_to ?? [], because: row.rerouted_because ?? '', at: row.rerouted_at.toISOString() }
    : null,
  amended: row.amended_at !== null && (row.seen_at === null || row.seen_at < row.amended_at),
})
