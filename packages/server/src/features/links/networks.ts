import type { Transaction } from '../../db/transaction.ts'
import { classesOf } from './classes.ts'
import { joinSaid, joinsReports } from './said.ts'

export type Held = { reportId: string; agencyId: string }

/** Joining links read for one batch at most; a batch has few reports, and what is common joins nothing. */
const joinsMax = 50_000

/** The links by which these reports hang together with others that the same agency has, as it sees them. */
const findJoins = `
  select held.agency_id, held.report_id as a, found.other as b
  from unnest($1::bigint[], $2::text[]) as held (report_id, agency_id)
  cross join lateral (
    select report_high as other, report_low, report_high, identifier_id, strength from link where report_low = held.report_id
    union all
    select report_low, report_low, report_high, identifier_id, strength from link where report_high = held.report_id
  ) found
  join tip on tip.report_id = found.other and tip.agency_id = held.agency_id and tip.withdrawn_at is null
  ${joinSaid('found', 'held.agency_id')}
  where ${joinsReports('found')}
  limit $3`

export type JoinOf = { agency_id: string; a: string; b: string }

/** Joins of reports with others of the same agency. @throws Error where there are more than anything here makes */
export const readAgencyJoins = async (tx: Transaction, held: readonly Held[]): Promise<JoinOf[]> => {
  const joins = await tx.prepared<JoinOf>('network-joins', findJoins, [
    held.map((each) => each.reportId),
    held.map((each) => each.agencyId),
    joinsMax + 1,
  ])
  if (joins.length > joinsMax) throw new Error('more links join these reports than one step can take')
  return joins
}

/**
 * Of two transactions that join the same agency's networks the second waits and then reads what the first has written. In
 * one order, so that two never wait for each other in a circle.
 */
export const lockNetworks = async (tx: Transaction, agencyIds: readonly string[]): Promise<void> => {
  await tx.prepared(
    'network-lock',
    `select pg_advisory_xact_lock(hashtext('network'), hashtext(id)) from unnest($1::text[]) as given (id) order by hashtext(id)`,
    [[...new Set(agencyIds)]],
  )
}

/**
 * Puts reports that agencies have into the networks that their links make of them: a report joins one, begins one, or
 * makes several into one. Running it again changes nothing.
 */
export const joinNetworks = async (tx: Transaction, held: readonly Held[]): Promise<void> => {
  if (held.length === 0) return
  const joins = await readAgencyJoins(tx, held)
  if (joins.length === 0) return
  const agencies = [...new Set(joins.map((each) => each.agency_id))]
  await lockNetworks(tx, agencies)
  for (const agencyId of agencies) {
    const own = joins
      .filter((each) => each.agency_id === agencyId)
      .map(({ a, b }): [string, string] => [a, b])
    // One after the other: what was united before may have been the network of these as well.
    for (const reports of classesOf(own)) await tx.prepared('network-unite', unite, [agencyId, reports])
  }
}

/**
 * Makes one network of these reports of one agency and of those they are in already: the largest takes the others in, so that a report
 * moves only into one at least twice the size of its own, which is seldom, however many come. Where none is there one is made; where
 * they are in the same one already nothing happens. One statement, since each costs a turn to the database while the
 * agency's other reports wait.
 */
const unite = `
  with held as (
    select m.report_id, m.network_id, n.reports from network_member m join network n using (network_id)
    where m.agency_id = $1 and m.report_id = any($2::bigint[])
  ),
  largest as (select network_id from held order by reports desc, network_id limit 1),
  smaller as (select distinct network_id, reports from held where network_id <> (select network_id from largest)),
  fresh as (select report_id from unnest($2::bigint[]) as given (report_id) except select report_id from held),
  added as (select (select count(*) from fresh) + (select coalesce(sum(reports), 0) from smaller) as reports),
  made as (
    insert into network (agency_id, reports) select $1, added.reports from added where not exists (select from largest)
    returning network_id
  ),
  whole as (select network_id from largest union all select network_id from made),
  grown as (
    update network n set reports = n.reports + added.reports from added, largest
    where n.network_id = largest.network_id and added.reports > 0
  ),
  moved as (
    update network_member m set network_id = largest.network_id from smaller, largest where m.network_id = smaller.network_id
  ),
  ended as (delete from network where network_id in (select network_id from smaller))
  insert into network_member (agency_id, report_id, network_id) select $1, report_id, network_id from fresh, whole`
