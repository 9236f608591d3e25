/** What an agency's people did about discretion on one of its tips, by SQL, and how each row of it is found: a part of invariant 10. */
import type { TestServer } from '../../support/server.ts'

type Found = Record<string, [where: string, values: unknown[]]>

export const plantDiscretion = async (
  server: TestServer,
  tipId: string,
  who: { id: string; agency: string },
): Promise<Found> => {
  const values = [tipId, who.agency, who.id]
  await server.database.query(
    `with a as (insert into agency (agency_id, name, kind) values ($2 || '-x', 'Synthetic', 'affiliate')),
       b as (insert into tip_assignment (tip_id, agency_id, person_id, assigned_by) values ($1, $2, $3, $3)),
       d as (insert into sample_draw (agency_id, drawn_by, seed, algorithm, rule, declined_pool, undecided_pool)
         values ($2, $3, repeat('0', 32), 'x', '{}', '{}', array[$1::bigint]) returning draw_id)
     insert into sample_item (draw_id, agency_id, tip_id, pool, revision, band)
     select draw_id, $2, $1, 'undecided', 1, 'x' from d`,
    values,
  )
  // Its guard looks at the agency, which has to be there before.
  await server.database.query(
    `insert into affiliate_entry (lead_agency, agency_id, areas, from_day, because, entered_by)
     values ($1, $1 || '-x', '[]', '2026-01-01', 'Synthetic', $2)`,
    [who.agency, who.id],
  )
  return {
    tip_assignment: ['agency_id = $1', [who.agency]],
    affiliate_entry: ['lead_agency = $1', [who.agency]],
    sample_draw: ['agency_id = $1', [who.agency]],
    sample_item: ['agency_id = $1', [who.agency]],
  }
}
