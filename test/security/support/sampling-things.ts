/** A draw of Wisconsin's with one tip in it that nothing else is about, and the requests about re-reading. */
import type { OperationName } from '@opentipline/contract'
import type { TestServer } from '../../support/server.ts'
import { type Member, memberOf } from './staff.ts'

type Preparation = (who: Member) => Promise<Record<string, string>>

export const samplingThings = async (server: TestServer, staff: readonly Member[], tipId: string) => {
  const officer = memberOf(staff, 'officer', 'wi-wisconsin')
  const [drawn] = await server.database.query<{ draw_id: string }>(
    `insert into sample_draw (agency_id, drawn_by, seed, algorithm, rule, declined_pool, undecided_pool)
     values ('wi-wisconsin', $1, repeat('0', 32), 'synthetic', $3, '{}', array[$2::bigint]) returning draw_id`,
    [
      officer.personId,
      tipId,
      JSON.stringify({ percent: 1, from: [], topBandsLeftOut: 0, olderThanDays: 0, most: 1 }),
    ],
  )
  const drawId = drawn?.draw_id ?? ''

  /** A drawn tip on which nobody decided; read by that very person where that is what is asked about. */
  const itemFor = async (reader: Member | null): Promise<Record<string, string>> => {
    await server.database.query('update sample_draw set list_read_by = $2 where draw_id = $1', [drawId, []])
    await server.database.query('delete from sample_item where draw_id = $1', [drawId])
    const [item] = await server.database.query<{ item_id: string }>(
      `insert into sample_item (draw_id, agency_id, tip_id, pool, revision, band, reader_id, taken_at, seen_before)
       select $1, agency_id, tip_id, 'undecided', revision, band, $3, case when $3::text is null then null else now() end,
         case when $3::text is null then null else false end
       from tip where tip_id = $2 returning item_id`,
      [drawId, tipId, reader?.personId ?? null],
    )
    return { itemId: item?.item_id ?? '' }
  }
  const begun: Preparation = (who) => itemFor(who.place === 'wi-wisconsin' ? who : officer)
  /** An affiliate of Wisconsin's, entered anew each time: one that is ended stays so. */
  const affiliation: Preparation = async () => {
    await server.database.query(
      `insert into agency (agency_id, name, kind) values ('wi-wisconsin-matrix', 'Synthetic', 'affiliate') on conflict do nothing`,
    )
    await server.database.query(`delete from affiliate_entry where agency_id = 'wi-wisconsin-matrix'`)
    const [entry] = await server.database.query<{ entry_id: string }>(
      `insert into affiliate_entry (lead_agency, agency_id, areas, from_day, because, entered_by)
       values ('wi-wisconsin', 'wi-wisconsin-matrix', '[]', '2026-01-01', 'Synthetic', $1) returning entry_id`,
      [officer.personId],
    )
    return { entryId: entry?.entry_id ?? '' }
  }
  const bodies: Partial<Record<OperationName, unknown>> = {
    judgeSampleReading: { verdict: 'cannot tell', note: '' },
    enterAffiliate: {
      name: 'Synthetic Police',
      areas: [{ state: 'WI', counties: ['55079'], places: [] }],
      straight: [],
      from: '2026-01-01',
      because: 'Synthetic reason 1',
    },
    assignTip: { personId: null },
    endAffiliate: { to: '2026-02-01', because: 'Synthetic reason 1' },
  }
  const prepare: Partial<Record<OperationName, Preparation>> = {
    endAffiliate: affiliation,
    takeSampleReading: () => itemFor(null),
    leaveSampleReading: begun,
    judgeSampleReading: begun,
  }
  return { params: { drawId }, bodies, prepare }
}
