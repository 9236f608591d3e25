import { type NetworkList, networksMax } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'

type Row = {
  network_id: string
  reports: number
  open: number
  tip_id: string
  report_id: string
  band: string
}

const isOpen = `(t.state = 'open' or (t.state = 'held' and t.held_until <= now()))`
const inOrder = `order by t.band_rank, -t.order_first, -t.order_second, coalesce(t.next_clock_at, 'infinity'), t.tip_id`

const list = `
  select network_id, reports, open, tip_id, report_id, band from (
    select m.network_id, count(*)::int as reports, count(*) filter (where ${isOpen})::int as open,
      (array_agg(t.tip_id ${inOrder}) filter (where ${isOpen}))[1] as first
    from network_member m join tip t on t.report_id = m.report_id and t.agency_id = m.agency_id
    where m.agency_id = $1 and t.withdrawn_at is null and t.available_at <= now()
    group by m.network_id having count(*) > 1 and count(*) filter (where ${isOpen}) > 0
    order by count(*) desc, m.network_id limit $2
  ) largest join tip on tip.tip_id = largest.first order by reports desc, network_id`

/** The networks of an agency that have an open tip, the largest first. */
export const listNetworks = async (tx: Transaction, agencyId: string): Promise<NetworkList> => {
  const rows = await tx.prepared<Row>('networks-list', list, [agencyId, networksMax])
  return {
    networks: rows.map((row) => ({
      networkId: row.network_id,
      reports: row.reports,
      open: row.open,
      first: { tipId: row.tip_id, reportId: row.report_id, band: row.band },
    })),
  }
}
