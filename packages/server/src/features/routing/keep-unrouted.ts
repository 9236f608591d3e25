import type { Route } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import type { Happening } from '../ledger/index.ts'

const upsert = `
  insert into unrouted (report_id, because, missing, since)
  select report_id, because, missing::jsonb, $4 from unnest($1::bigint[], $2::text[], $3::text[]) as given (report_id, because, missing)
  on conflict (report_id) do update set because = excluded.because, missing = excluded.missing
  returning report_id, (xmax = 0) as is_new`

/** Puts reports that name no agency into the clearinghouse's unrouted queue, with what is missing. */
export const keepUnrouted = async (
  tx: Transaction,
  items: { reportId: string; route: Route }[],
  now: Date,
): Promise<Happening[]> => {
  if (items.length === 0) return []
  const kept = await tx.prepared<{ report_id: string; is_new: boolean }>('unrouted-keep', upsert, [
    items.map((item) => item.reportId),
    items.map((item) => item.route.because),
    items.map((item) => JSON.stringify(item.route.missing)),
    now,
  ])
  return kept
    .filter((row) => row.is_new)
    .map((row) => ({ action: 'report.unrouted', object: { kind: 'report', id: row.report_id } }))
}

/** Reports that lead somewhere now wait no longer. */
export const endUnrouted = async (tx: Transaction, reportIds: string[], now: Date): Promise<void> => {
  if (reportIds.length === 0) return
  await tx.prepared(
    'unrouted-end',
    'update unrouted set resolved_at = $2 where report_id = any($1::bigint[]) and resolved_at is null',
    [reportIds, now],
  )
}
