import type { StatisticsView } from '@opentipline/contract'
import { usStateOfFips } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import type { Period } from '../outcomes/index.ts'
import { readCountyNames } from './county-map.ts'

/** Lines of one list at most, the longest counts first. */
const linesMax = 25

/** The tips that are counted: those that show, of one agency, or at the clearinghouse of all. */
const counted = `select t.* from tip t where t.withdrawn_at is null and t.available_at <= now()
  and t.available_at >= $1 and t.available_at < $2 and ($3::text is null or t.agency_id = $3)`

type Line = { list: string; what: string | null; n: number }

const text = `with mine as (${counted}),
  lines as (
    select 'month' as list, to_char(available_at at time zone 'UTC', 'YYYY-MM') as what, count(*)::int as n from mine group by 2
    union all select 'incident', summary->>'incidentType', count(*)::int from mine group by 2
    union all select 'provider', summary->>'provider', count(*)::int from mine group by 2
    union all select 'label', label, count(*)::int from mine group by 2
    union all select 'county', route->'place'->>'countyFips', count(*)::int from mine group by 2)
  select * from lines order by list, n desc, what`

type Volumes = Pick<
  StatisticsView,
  'byMonth' | 'total' | 'byIncident' | 'byProvider' | 'byLabel' | 'byCounty' | 'withoutCounty'
>

/** How many were made available in the period, by month, kind, provider, label and county. */
export const readVolumes = async (
  tx: Transaction,
  { from, to }: Period,
  agencyId: string | null,
): Promise<Volumes> => {
  const lines = await tx.prepared<Line>('statistics-volumes', text, [from, to, agencyId])
  const of = (list: string): Line[] => lines.filter((line) => line.list === list)
  const listed = (list: string) =>
    of(list)
      .slice(0, linesMax)
      .map((line) => ({ what: line.what ?? '', count: line.n }))
  const names = await readCountyNames()
  return {
    byMonth: of('month')
      .map((line) => ({ month: line.what ?? '', count: line.n }))
      .toSorted((a, b) => (a.month < b.month ? -1 : 1)),
    total: of('label').reduce((sum, line) => sum + line.n, 0),
    byIncident: listed('incident'),
    byProvider: listed('provider'),
    byLabel: listed('label'),
    byCounty: of('county').flatMap(({ what, n }) =>
      what === null
        ? []
        : [
            {
              state: usStateOfFips(what)?.code ?? '',
              fips: what,
              county: names.get(what) ?? what,
              count: n,
            },
          ],
    ),
    withoutCounty: of('county').find((line) => line.what === null)?.n ?? 0,
  }
}
