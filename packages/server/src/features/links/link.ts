import type { Identifier } from '@opentipline/contract'
import { commonFromReports, linkWorth } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'

type Shared = {
  report_id: string
  identifier_id: string
  kind: Identifier['kind']
  value: string
  role: Identifier['role']
  basis: Identifier['basis']
  others: string[]
}

/**
 * For each identifier of the given reports the other reports that have it, one more than the limit at most: an
 * identifier that common is no link, and counting its whole crowd would cost more the more common it is. Reports are
 * counted, not the places in them that name it; in the order of the index, so that the search ends at the limit.
 */
const findShared = `
  with mine as (
    select report_id, identifier_id, min(role) as role, min(basis) as basis from report_identifier
    where report_id = any($1::bigint[]) and role <> 'reporter' group by report_id, identifier_id
  )
  select mine.report_id, mine.identifier_id, i.kind, i.value, mine.role, mine.basis, others.ids as others
  from mine
  join identifier i using (identifier_id)
  cross join lateral (
    select array_agg(crowd.report_id) as ids from (
      select distinct o.report_id from report_identifier o
      where o.identifier_id = mine.identifier_id and o.report_id <> mine.report_id and o.role <> 'reporter'
      order by o.report_id limit $2
    ) crowd
  ) others
  where others.ids is not null`

/**
 * Keeps the links. A report that was judged before a strong link to it was found is judged anew, from there on: it makes no links,
 * so nothing goes round. One that is on its way already waits for no second turn unless it has been judged a moment ago. One
 * statement, since each costs a turn to the database and back while others wait.
 */
const keep = `
  with made as (
    insert into link (report_low, report_high, identifier_id, strength, because)
    select least(a, b), greatest(a, b), identifier_id, strength, because
    from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::text[]) as given (a, b, identifier_id, strength, because)
    on conflict (report_low, report_high, identifier_id) do nothing
    returning report_low, report_high, strength
  )
  insert into work (report_id, revision, stage)
  select r.report_id, r.revision, 'assess' from report r
  where r.report_id in (
      select report_low from made where strength = 'strong' union select report_high from made where strength = 'strong'
    )
    and r.report_id <> all($6::bigint[]) and r.environment = 'live' and r.state = 'finished' order by r.report_id
  on conflict (report_id) do update set stage = 'assess' where work.stage = 'route'`

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
  await tx.prepared('link-keep', keep, [
    made.map((link) => link.report_id),
    made.map((link) => link.other),
    made.map((link) => link.identifier_id),
    made.map((link) => link.strength),
    made.map((link) => link.because),
    items.map((item) => item.reportId),
  ])
}
