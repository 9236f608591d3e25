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

type Member = { agency_id: string; report_id: string; network_id: string; reports: number }

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
    for (const reports of classesOf(own)) {
      // Read for each anew: what was united before may have been the network of these as well.
      await unite(tx, agencyId, reports, await readMembers(tx, agencyId, reports))
    }
  }
}

const readMembers = (tx: Transaction, agencyId: string, reportIds: readonly string[]): Promise<Member[]> =>
  tx.prepared<Member>(
    'network-members',
    `select m.agency_id, m.report_id, m.network_id, n.reports from network_member m join network n using (network_id)
     where m.agency_id = $1 and m.report_id = any($2::bigint[])`,
    [agencyId, reportIds],
  )

const unite = async (
  tx: Transaction,
  agencyId: string,
  reports: readonly string[],
  members: readonly Member[],
): Promise<void> => {
  const sizes = new Map(members.map((each) => [each.network_id, each.reports]))
  const networks = [...sizes].toSorted(([, a], [, b]) => b - a).map(([id]) => id)
  const fresh = reports.filter((id) => !members.some((each) => each.report_id === id))
  if (networks.length === 1 && fresh.length === 0) return
  const [into = await makeNetwork(tx, agencyId), ...smaller] = networks
  // Each report moves only into a network at least twice the size of its own: few moves, however many reports come.
  if (smaller.length > 0)
    await tx.prepared(
      'network-move',
      'update network_member set network_id = $1 where network_id = any($2::bigint[])',
      [into, smaller],
    )
  if (fresh.length > 0)
    await tx.prepared(
      'network-add',
      'insert into network_member (agency_id, report_id, network_id) select $1, id, $2 from unnest($3::bigint[]) as given (id)',
      [agencyId, into, fresh],
    )
  const added = smaller.reduce((sum, id) => sum + (sizes.get(id) ?? 0), fresh.length)
  await tx.prepared('network-grow', 'update network set reports = reports + $2 where network_id = $1', [
    into,
    added,
  ])
  if (smaller.length > 0)
    await tx.prepared('network-end', 'delete from network where network_id = any($1::bigint[])', [smaller])
}

export const makeNetwork = async (tx: Transaction, agencyId: string): Promise<string> => {
  const [made] = await tx.prepared<{ network_id: string }>(
    'network-make',
    'insert into network (agency_id, reports) values ($1, 0) returning network_id',
    [agencyId],
  )
  if (!made) throw new Error('a network was not made')
  return made.network_id
}
