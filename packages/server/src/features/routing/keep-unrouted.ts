import type { Route } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'

const upsert = `
  insert into unrouted (report_id, because, missing, since)
  select report_id, because, missing::jsonb, $4 from unnest($1::bigint[], $2::text[], $3::text[]) as given (report_id, because, missing)
  on conflict (report_id) do update set because = excluded.because, missing = excluded.missing`

/** Puts reports that name no agency into the clearinghouse's unrouted queue, with what is missing. */
export const keepUnrouted = async (
  tx: Transaction,
  items: { reportId: string; route: Route }[],
  now: Date,
): Promise<void> => {
  if (items.length === 0) return
  await tx.prepared('unrouted-keep', upsert, [
    items.map((item) => item.reportId),
    items.map((item) => item.route.because),
    items.map((item) => JSON.stringify(item.route.missing)),
    now,
  ])
}
