import type { Transaction } from '../../db/transaction.ts'
import { type Held, joinNetworks, lockNetworks } from './networks.ts'
import { splitNetwork } from './split-network.ts'

/** Links of one batch that are looked at again at most; people speak of few. */
const spokenMax = 1_000

const findSpoken = `
  select distinct held.agency_id, v.report_low as low, v.report_high as high
  from unnest($1::bigint[], $2::text[]) as held (report_id, agency_id)
  join link_verdict v on v.report_low = held.report_id or v.report_high = held.report_id
  where v.agency_id in (select agency_id from agency where kind = 'clearinghouse')
  order by 1, 2, 3 limit $3`

type Spoken = { agency_id: string; low: string; high: string }

/**
 * Puts reports into the networks that their links make of them, and parts those that the clearinghouse's word on a link holds
 * together no more: it speaks once, and every agency that has both reports sees it.
 */
export const renewNetworks = async (tx: Transaction, held: readonly Held[]): Promise<void> => {
  const spoken = await tx.prepared<Spoken>('network-spoken', findSpoken, [
    held.map((each) => each.reportId),
    held.map((each) => each.agencyId),
    spokenMax,
  ])
  // All at once and in one order, before the first of them is changed.
  if (spoken.length > 0)
    await lockNetworks(
      tx,
      held.map((each) => each.agencyId),
    )
  await joinNetworks(tx, held)
  for (const { agency_id, low, high } of spoken) await splitNetwork(tx, agency_id, [low, high])
}
