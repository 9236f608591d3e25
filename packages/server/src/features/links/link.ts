import type { Identifier } from '@opentipline/contract'
import { commonFromReports, linkWorth } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'

type Shared = {
  report_id: string
  identifier_id: string
  kind: Identifier['kind']
  role: Identifier['role']
  basis: Identifier['basis']
  others: string[]
}

/**
 * For each identifier of the given reports the other reports that have it, one more than the limit at most: an
 * identifier that common is no link, and counting its whole crowd would cost more the more common it is.
 */
const findShared = `
  select mine.report_id, mine.identifier_id, i.kind, min(mine.role) as role, min(mine.basis) as basis, others.ids as others
  from report_identifier mine
  join identifier i using (identifier_id)
  cross join lateral (
    select array_agg(distinct crowd.report_id) as ids from (
      select o.report_id from report_identifier o
      where o.identifier_id = mine.identifier_id and o.report_id <> mine.report_id and o.role <> 'reporter' limit $2
    ) crowd
  ) others
  where mine.report_id = any($1::bigint[]) and mine.role <> 'reporter' and others.ids is not null
  group by mine.report_id, mine.identifier_id, i.kind, others.ids`

const insert = `
  insert into link (report_low, report_high, identifier_id, strength, because)
  select least(a, b), greatest(a, b), identifier_id, strength, because
  from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::text[]) as given (a, b, identifier_id, strength, because)
  on conflict (report_low, report_high, identifier_id) do nothing`

/** Stage: links each report to those that share an identifier worth a link. */
export const linkReports = async (
  tx: Transaction,
  _services: unknown,
  items: { reportId: string }[],
): Promise<void> => {
  const shared = await tx.prepared<Shared>('link-find', findShared, [
    items.map((item) => item.reportId),
    commonFromReports + 1,
  ])
  const made = shared.flatMap((row) => {
    const worth = linkWorth(row, row.others.length + 1)
    return worth.strength === 'none'
      ? []
      : row.others.map((other) => ({ ...row, other, strength: worth.strength, because: worth.because }))
  })
  if (made.length === 0) return
  await tx.prepared('link-insert', insert, [
    made.map((link) => link.report_id),
    made.map((link) => link.other),
    made.map((link) => link.identifier_id),
    made.map((link) => link.strength),
    made.map((link) => link.because),
  ])
}
