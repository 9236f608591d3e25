import {
  actionabilitySteps,
  type QueueFacet,
  type queueAges,
  type queueClocks,
  type queueWho,
  type QueueFilter,
  riskSteps,
} from '@opentipline/contract'
import { signalRegistry } from '@opentipline/domain'
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { signalKey } from '../../db/signal-values.ts'
import { Problem } from '../../http/problem.ts'
import { inLane } from './lane.ts'

/** A filter that is set, and what holds of the tips it lets through. */
export type Condition = { facet: QueueFacet; holds: RawBuilder<SqlBool> }

const unreadSql = sql<SqlBool>`(seen.revision is null or seen.revision < tip.revision)`

const ageSql = sql<(typeof queueAges)[number]>`case
  when tip.available_at > now() - interval '1 day' then 'day'
  when tip.available_at > now() - interval '7 days' then 'week'
  when tip.available_at > now() - interval '30 days' then 'month'
  else 'older' end`

const clockSql = sql<(typeof queueClocks)[number]>`case
  when tip.next_clock_at is null then 'none'
  when tip.next_clock_at <= now() then 'past'
  when tip.next_clock_at <= now() + interval '7 days' then 'week'
  when tip.next_clock_at <= now() + interval '30 days' then 'month'
  when tip.next_clock_at <= now() + interval '90 days' then 'quarter'
  else 'later' end`

/** Whose tips they are; the reader is whoever the transaction acts for. */
const whoSql = sql<(typeof queueWho)[number]>`case when assigned.person_id is null then 'nobody'
  when assigned.person_id = app_person() then 'mine' else 'colleague' end`

const stepOf = (points: RawBuilder<unknown>, steps: readonly number[]): RawBuilder<number> =>
  sql<number>`(width_bucket(greatest(${points}, 0)::float8, ${sql.lit(`{${steps.join(',')}}`)}::float8[]) - 1)`
const columnSql = stepOf(sql`tip.risk_low`, riskSteps)
const rowSql = stepOf(sql`tip.act_low`, actionabilitySteps)

const inCells = (cells: string): RawBuilder<SqlBool> => {
  const [from = '', to = from] = cells.split('-')
  const [column = 0, row = 0] = from.split('x').map(Number)
  const [lastColumn = column, lastRow = row] = to.split('x').map(Number)
  return sql<SqlBool>`(${columnSql} between ${Math.min(column, lastColumn)}::int and ${Math.max(column, lastColumn)}::int
    and ${rowSql} between ${Math.min(row, lastRow)}::int and ${Math.max(row, lastRow)}::int)`
}

/** True is stored as 2 at the signal's position; values of another registry say nothing of it. */
const trueValue = 2
/** Where a signal stands in the registry. @throws Problem bad-request */
export const signalPosition = (name: string): number => {
  const at = signalRegistry.findIndex((each) => each.name === name)
  if (at < 0)
    throw new Problem('bad-request', `There is no signal "${name}".`, [
      { path: '/query/signal', message: 'is not a signal of this version' },
    ])
  return at
}

const hasSignal = (name: string): RawBuilder<SqlBool> => {
  const at = signalPosition(name)
  return sql<SqlBool>`(tip.signal_key = ${signalKey} and length(tip.signal_values) > ${at}::int
    and get_byte(tip.signal_values, ${at}::int) = ${trueValue}::int)`
}

const is = (column: string, value: string): RawBuilder<SqlBool> => sql<SqlBool>`${sql.ref(column)} = ${value}`

/** The filters that are set. Search is not among them: it narrows everything, and nothing is counted outside it. */
export const conditionsOf = (filter: QueueFilter): Condition[] => {
  const wanted: { [F in QueueFacet]?: (value: string) => RawBuilder<SqlBool> } = {
    band: (value) => is('tip.band', value),
    provider: (value) => is('tip.provider_name', value),
    region: (value) => is('tip.region', value),
    label: (value) => is('tip.label', value),
    state: (value) => is('tip.state', value),
    age: (value) => sql<SqlBool>`(${ageSql}) = ${value}`,
    clock: (value) => sql<SqlBool>`(${clockSql}) = ${value}`,
    unread: (value) => (value === 'yes' ? unreadSql : sql<SqlBool>`not ${unreadSql}`),
    who: (value) => sql<SqlBool>`(${whoSql}) = ${value}`,
    signal: hasSignal,
    cells: inCells,
  }
  const lane: Condition[] = filter.lane ? [{ facet: 'lane', holds: inLane(filter.lane) }] : []
  const rest = Object.entries(wanted).flatMap(([facet, holds]): Condition[] => {
    const value = filter[facet as keyof typeof wanted]
    return value === undefined ? [] : [{ facet: facet as QueueFacet, holds: holds(value) }]
  })
  return [...lane, ...rest]
}
