import type { PlaceFact, Route } from '@opentipline/contract'
import { type Affiliation, correctedPlaces, route, throughAffiliates } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import type { PipelineServices } from '../../platform/services.ts'
import { affiliationsOn } from '../affiliates/index.ts'
import { readFacts } from '../assessments/index.ts'
import { recordAll } from '../ledger/index.ts'
import { renewNetworks } from '../links/index.ts'
import { type AssembledReport, assembleReports } from '../reports/index.ts'
import { judgeTips } from './judge-tips.ts'
import { keepClocksOfReports } from './keep-clocks.ts'
import { keepTips } from './keep-tips.ts'
import { endUnrouted, keepUnrouted } from './keep-unrouted.ts'
import { holdPolicies } from './policy-switch.ts'
import { reRank } from './re-rank.ts'
import { tellRerouted } from './tell-rerouted.ts'

type Holder = { report_id: string; agency_id: string }
type Routed = { head: AssembledReport; routes: Route[] }

/**
 * Stage: makes each report available to the agencies its places name, or puts it into the unrouted queue: never nowhere.
 * Every tip there is of the report is judged anew, however it came.
 */
export const routeReports = async (
  tx: Transaction,
  services: PipelineServices,
  items: { reportId: string }[],
): Promise<void> => {
  const ids = items.map((item) => item.reportId)
  const now = services.now()
  await holdPolicies(tx)
  // Locked before they are judged: what a person records meanwhile waits, and is not overwritten by what was judged before.
  const holders = await tx.prepared<Holder>(
    'route-holders',
    'select report_id, agency_id from tip where report_id = any($1::bigint[]) and withdrawn_at is null order by tip_id for update',
    [ids],
  )
  const routed = await routesOfAll(tx, services, ids, holders)
  const wanted = routed.flatMap(({ head, routes }) => wantedOf(head, routes))
  const ranked = await judgeAll(tx, services, [...wanted, ...holders.map(pairOf)])
  const isHeld = (pair: { reportId: string; agencyId: string }): boolean =>
    holders.some((holder) => holder.report_id === pair.reportId && holder.agency_id === pair.agencyId)
  const fresh = wanted
    .filter((pair) => !isHeld(pair))
    .map((pair) => {
      const tip = ranked.find((each) => each.reportId === pair.reportId && each.agencyId === pair.agencyId)
      if (!tip) throw new Error(`report ${pair.reportId} has no facts to judge it by`)
      return { ...pair, ...tip }
    })
  const nowhere = routed.flatMap(({ head, routes }) =>
    routes.filter((each) => each.agency === null).map((each) => ({ reportId: head.reportId, route: each })),
  )
  await endUnrouted(
    tx,
    wanted.map((pair) => pair.reportId),
    now,
  )
  await recordAll(tx, now, [
    ...(await keepTips(tx, fresh, now)),
    ...(await reRank(tx, ranked.filter(isHeld), now)),
    ...(await keepUnrouted(tx, nowhere, now)),
    ...(await tellRerouted(
      tx,
      routed.map(({ head, routes }) => ({ reportId: head.reportId, routes })),
      now,
    )),
  ])
  await keepClocksOfReports(tx, ids, now)
  // Last, since it holds a lock to the end.
  await renewNetworks(
    tx,
    [...holders.map(pairOf), ...fresh].map(({ reportId, agencyId }) => ({ reportId, agencyId })),
  )
}

const pairOf = (holder: Holder) => ({ reportId: holder.report_id, agencyId: holder.agency_id })

const wantedOf = (head: AssembledReport, routes: readonly Route[]) =>
  routes.flatMap((each) =>
    each.agency === null
      ? []
      : [
          {
            reportId: head.reportId,
            agencyId: each.agency,
            via: head.importedFor ? ('import' as const) : ('routing' as const),
            route: each,
          },
        ],
  )

/** Judges each pair once, by the policy that its agency has in force. */
const judgeAll = async (
  tx: Transaction,
  services: PipelineServices,
  pairs: { reportId: string; agencyId: string }[],
) => {
  const once = [...new Map(pairs.map((pair) => [`${pair.reportId} ${pair.agencyId}`, pair])).values()]
  const policies = await services.policies.inForce(
    tx,
    once.map((pair) => pair.agencyId),
  )
  const wishes = once.map(({ reportId, agencyId }) => ({
    reportId,
    agencyId,
    policy: policies.get(agencyId) ?? services.policies.standard,
  }))
  return judgeTips(tx, wishes, services.now())
}

const routesOfAll = async (
  tx: Transaction,
  services: PipelineServices,
  ids: string[],
  holders: readonly Holder[],
): Promise<Routed[]> => {
  const reports = await assembleReports(tx, ids)
  const facts = await readFacts(tx, ids)
  const at = services.now().toISOString()
  const affiliations = await affiliationsOn(tx, at.slice(0, 10))
  return reports.map((head) => ({
    head,
    routes: routesOf(head, correctedPlaces(facts.get(head.reportId)?.places ?? []), services, {
      at,
      affiliations,
      holders: new Set(
        holders.filter((each) => each.report_id === head.reportId).map((each) => each.agency_id),
      ),
    }),
  }))
}

/** An import is its agency's own: it is not sent to others behind its back. */
const routesOf = (
  head: AssembledReport,
  places: PlaceFact[],
  services: PipelineServices,
  { at, affiliations, holders }: { at: string; affiliations: Affiliation[]; holders: ReadonlySet<string> },
): Route[] =>
  head.importedFor
    ? [{ agency: head.importedFor, because: 'Imported by this agency.', confidence: 'high', missing: [] }]
    : route({ places, registry: services.directory.registry, at }).map((each) =>
        throughAffiliates(each, {
          affiliations,
          kind: head.report.incident.type,
          day: at.slice(0, 10),
          holders,
        }),
      )
