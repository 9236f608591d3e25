import type { Transaction } from '../../db/transaction.ts'
import { lockNetworks, readAgencyJoins } from './networks.ts'

/** Reports walked over at most to see whether two still hang together; a network beyond it stays whole until it is smaller. */
const walkedMax = 20_000

type Side = { seen: Set<string>; frontier: string[] }

const sideOf = (reportId: string): Side => ({ seen: new Set([reportId]), frontier: [reportId] })

/**
 * After a link that joined two reports joins them no more: where nothing else holds them together, their network becomes two.
 * Walks from both reports, a step of the smaller side at a time, so that it costs what the smaller part costs. Only this
 * network is touched.
 */
export const splitNetwork = async (
  tx: Transaction,
  agencyId: string,
  ends: readonly [string, string],
): Promise<void> => {
  await lockNetworks(tx, [agencyId])
  const [whole] = await tx.prepared<{ network_id: string }>(
    'network-both',
    `select network_id from network_member where agency_id = $1 and report_id = any($2::bigint[])
     group by network_id having count(*) = 2`,
    [agencyId, ends],
  )
  if (!whole) return
  const part = await partOf(tx, agencyId, ends)
  if (part) await takeOut(tx, agencyId, whole.network_id, [...part])
}

/** The part that hangs together with one end and not with the other; undefined where both still hang together. */
const partOf = async (
  tx: Transaction,
  agencyId: string,
  [a, b]: readonly [string, string],
): Promise<Set<string> | undefined> => {
  const sides: [Side, Side] = [sideOf(a), sideOf(b)]
  for (;;) {
    const [near, far] = sides.toSorted((x, y) => x.seen.size - y.seen.size)
    if (!near || !far || near.seen.size > walkedMax) return undefined
    const joins = await readAgencyJoins(
      tx,
      near.frontier.map((reportId) => ({ reportId, agencyId })),
    )
    near.frontier = [...new Set(joins.map((join) => join.b))].filter((id) => !near.seen.has(id))
    if (near.frontier.some((id) => far.seen.has(id))) return undefined
    for (const id of near.frontier) near.seen.add(id)
    if (near.frontier.length === 0) return near.seen
  }
}

/** One report alone is no network. */
const takeOut = async (
  tx: Transaction,
  agencyId: string,
  networkId: string,
  part: readonly string[],
): Promise<void> => {
  if (part.length === 1)
    await tx.prepared(
      'network-leave',
      'delete from network_member where agency_id = $1 and report_id = any($2::bigint[])',
      [agencyId, part],
    )
  else {
    const made = await makeNetwork(tx, agencyId)
    await tx.prepared(
      'network-part',
      'update network_member set network_id = $1 where agency_id = $2 and report_id = any($3::bigint[])',
      [made, agencyId, part],
    )
    await tx.prepared('network-grow', 'update network set reports = reports + $2 where network_id = $1', [
      made,
      part.length,
    ])
  }
  const [left] = await tx.prepared<{ reports: number }>(
    'network-shrink',
    'update network set reports = reports - $2 where network_id = $1 returning reports',
    [networkId, part.length],
  )
  if (left && left.reports > 1) return
  await tx.prepared('network-last', 'delete from network_member where network_id = $1', [networkId])
  await tx.prepared('network-gone', 'delete from network where network_id = $1', [networkId])
}

const makeNetwork = async (tx: Transaction, agencyId: string): Promise<string> => {
  const [made] = await tx.prepared<{ network_id: string }>(
    'network-make',
    'insert into network (agency_id, reports) values ($1, 0) returning network_id',
    [agencyId],
  )
  if (!made) throw new Error('a network was not made')
  return made.network_id
}
