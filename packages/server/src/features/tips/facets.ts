import {
  type AnswerOf,
  facetValuesMax,
  type FacetValue,
  type QueryOf,
  type QueueFacet,
  queueFacets,
} from '@opentipline/contract'
import { signalRegistry } from '@opentipline/domain'
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { q } from '../../db/query.ts'
import { signalKey } from '../../db/signal-values.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { ageSql, cellSql, clockSql, conditionsOf, signalCountsSql, unreadSql } from './filters.ts'
import { laneSql } from './lane.ts'
import { shownTips } from './row.ts'
import { matches } from './search.ts'

/** Days over which the agency's pace is counted. */
const paceDays = 28

type Counted = {
  facet: QueueFacet | 'matching'
  value: string | null
  tips: number
  signals: number[] | null
}

/** What each facet is counted by, as columns of `base`. */
const valueOf = {
  lane: laneSql,
  band: sql`tip.band`,
  provider: sql`tip.provider_name`,
  region: sql`tip.region`,
  label: sql`tip.label`,
  state: sql`tip.state`,
  age: ageSql,
  clock: clockSql,
  unread: sql`case when ${unreadSql} then 'yes' else 'no' end`,
  cells: cellSql,
} satisfies { [F in Exclude<QueueFacet, 'signal'>]: RawBuilder<unknown> }
const bit = (facet: QueueFacet): number => 1 << queueFacets.indexOf(facet)
/** Fails none of the filters, or this facet's own alone. */
const passes = (facet: QueueFacet): RawBuilder<SqlBool> => sql<SqlBool>`fails in (0, ${sql.lit(bit(facet))})`
type ColumnFacet = keyof typeof valueOf
const columnFacets = queueFacets.filter((facet): facet is ColumnFacet => facet !== 'signal')

/**
 * The counts of the agency's tips, in one pass. Each tip carries the set of filters that it fails: a facet counts those
 * that fail none, or its own alone.
 */
export const readQueueFacets = async (
  tx: Transaction,
  session: Session,
  query: QueryOf<'readQueueFacets'>,
): Promise<AnswerOf<'readQueueFacets'>> => {
  const conditions = conditionsOf(query)
  const fails = conditions.map(
    ({ facet, holds }) => sql`case when ${holds} then 0 else ${sql.lit(bit(facet))} end`,
  )
  const base = shownTips(session.actor.agencyId, session.personId)
    .select([
      ...columnFacets.map((facet) => sql<string | null>`${valueOf[facet]}`.as(`of_${facet}`)),
      sql<
        string | null
      >`case when tip.signal_key = ${signalKey} and length(tip.signal_values) = ${signalRegistry.length}::int
        then tip.signal_values end`.as('signal_values'),
      (fails.length > 0 ? sql<number>`${sql.join(fails, sql` + `)}` : sql<number>`0`).as('fails'),
    ])
    .$if(query.search !== undefined, (tips) => tips.where(matches(query.search ?? '')))
  const counts = columnFacets.map(
    (facet) =>
      sql`select ${sql.lit(facet)} as facet, ${sql.ref(`of_${facet}`)} as value, count(*)::int as tips, null::int[] as signals
        from base where ${passes(facet)} group by 2`,
  )
  const all = sql<Counted>`with base as materialized (${base})
    ${sql.join(counts, sql` union all `)}
    union all select 'matching', null, count(*) filter (where fails = 0)::int, ${signalCountsSql(passes('signal'))} from base`
  const found = await tx.rows({ compile: () => all.compile(q) })
  const matching = found.find(({ facet }) => facet === 'matching')
  return {
    facets: Object.fromEntries(
      queueFacets.map((facet) => [
        facet,
        facet === 'signal' ? signalValues(matching?.signals ?? []) : valuesOf(found, facet),
      ]),
    ),
    matching: matching?.tips ?? 0,
    decidedByDay: await decidedByDay(tx, session),
  }
}

const mostFirst = (a: FacetValue, b: FacetValue): number =>
  b.tips - a.tips || a.value.localeCompare(b.value, 'en')

const valuesOf = (found: readonly Counted[], facet: QueueFacet): FacetValue[] =>
  found
    .flatMap((row) =>
      row.facet === facet && row.value !== null ? [{ value: row.value, tips: row.tips }] : [],
    )
    .toSorted(mostFirst)
    .slice(0, facetValuesMax)

const signalValues = (counts: readonly number[]): FacetValue[] =>
  signalRegistry
    .map(({ name }, at) => ({ value: name, tips: counts[at] ?? 0 }))
    .filter(({ tips }) => tips > 0)
    .toSorted(mostFirst)
    .slice(0, facetValuesMax)

/** Undone decisions are none; a decision on each tip of a bundle is one each. */
const decidedByDay = async (
  tx: Transaction,
  session: Session,
): Promise<AnswerOf<'readQueueFacets'>['decidedByDay']> => {
  const rows = await tx.prepared<{ day: string; decisions: number }>(
    'queue-pace',
    `select to_char(decided_at at time zone 'UTC', 'YYYY-MM-DD') as day, count(*)::int as decisions from decision
     where agency_id = $1 and undone_at is null and decided_at > now() - make_interval(days => $2) group by 1 order by 1`,
    [session.actor.agencyId, paceDays],
  )
  return rows
}
