import type { Route } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import type { Happening } from '../ledger/index.ts'

export type RoutedAgencies = { reportId: string; routes: readonly Route[] }

/**
 * Tips that routing made and to whose agencies the places lead no more say where they lead; those they lead to again say
 * so no more. A tip made by hand says so only where there is an agency now; one that another agency referred never does.
 */
const tell = `
  update tip set
    rerouted_at = case when change.gone then $2::timestamptz end,
    rerouted_to = case when change.gone then change.names end,
    rerouted_because = case when change.gone then change.because end
  from (
    select t.tip_id, not (t.agency_id = any(given.agencies)) as gone,
      array(select a.name from agency a where a.agency_id = any(given.agencies) order by a.name) as names,
      coalesce((select 'Corrected by ' || a.name || ': ' || c.because from place_correction c join agency a using (agency_id)
        where c.report_id = t.report_id order by c.correction_id desc limit 1),
        'The places that are known now lead elsewhere.') as because
    from (select (g->>'reportId')::bigint as report_id, array(select jsonb_array_elements_text(g->'agencies')) as agencies
      from jsonb_array_elements($1::jsonb) as listed (g)) given
    join tip t on t.report_id = given.report_id
    where t.withdrawn_at is null and (t.via = 'routing' or (t.via = 'by hand' and cardinality(given.agencies) > 0))
  ) change
  where tip.tip_id = change.tip_id and ((tip.rerouted_at is not null) <> change.gone or (change.gone and tip.rerouted_to is distinct from change.names))
  returning tip.tip_id, tip.report_id, tip.agency_id, rerouted_at is not null as gone`

type Told = { tip_id: string; report_id: string; agency_id: string; gone: boolean }

/** Tells agencies that have a report where it leads now. Nothing is taken from anybody. */
export const tellRerouted = async (
  tx: Transaction,
  routed: readonly RoutedAgencies[],
  now: Date,
): Promise<Happening[]> => {
  const given = routed.map(({ reportId, routes }) => ({
    reportId,
    agencies: routes.flatMap((each) => (each.agency === null ? [] : [each.agency])),
  }))
  const told = await tx.prepared<Told>('tips-rerouted', tell, [JSON.stringify(given), now])
  return told.map((tip) => ({
    action: 'tip.rerouted',
    object: { kind: 'tip', id: tip.tip_id },
    details: { report: tip.report_id, agency: tip.agency_id, gone: tip.gone },
  }))
}
