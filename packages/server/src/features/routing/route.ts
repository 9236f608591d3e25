import type { Assessment, PlaceFact, Route, Signal } from '@opentipline/contract'
import { route } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import type { PipelineServices } from '../../platform/services.ts'
import { type Happening, recordAll } from '../ledger/index.ts'
import { readLinkSummaries } from '../links/index.ts'
import { type AssembledReport, assembleReports } from '../reports/index.ts'
import { keepTips, type TipToKeep } from './keep-tips.ts'
import { keepUnrouted } from './keep-unrouted.ts'
import { rankOf } from './rank.ts'

type Facts = { report_id: string; places: PlaceFact[]; signals: Signal[] }
type Stored = { report_id: string; policy_id: string; policy_version: number; body: Assessment }

/** Stage: makes each report available to the agencies its places name, or puts it into the unrouted queue: never nowhere. */
export const routeReports = async (
  tx: Transaction,
  services: PipelineServices,
  items: { reportId: string }[],
): Promise<void> => {
  const ids = items.map((item) => item.reportId)
  const reports = await assembleReports(tx, ids)
  const places = await placesByReport(tx, ids)
  const assessments = await assessmentsOf(tx, ids)
  const links = await readLinkSummaries(tx, ids)
  const at = services.now().toISOString()
  const routed = reports.map((head) => ({
    head,
    routes: routesOf(head, places.get(head.reportId) ?? [], services, at),
  }))
  const tips = routed.flatMap(({ head, routes }) =>
    routes.flatMap((each): TipToKeep[] => {
      if (each.agency === null) return []
      const policy = services.policies.of(each.agency)
      const assessment = assessments.find(
        (stored) =>
          stored.report_id === head.reportId &&
          stored.policy_id === policy.id &&
          stored.policy_version === policy.version,
      )?.body
      if (!assessment)
        throw new Error(`report ${head.reportId} has no assessment under ${policy.id} ${policy.version}`)
      const rank = rankOf({
        head,
        assessment,
        policy,
        places: places.get(head.reportId) ?? [],
        linkCount: links.get(head.reportId)?.length ?? 0,
      })
      return [
        {
          reportId: head.reportId,
          agencyId: each.agency,
          via: head.importedFor ? 'import' : 'routing',
          route: each,
          rank,
        },
      ]
    }),
  )
  const unrouted = routed.flatMap(({ head, routes }) =>
    routes.filter((each) => each.agency === null).map((each) => ({ reportId: head.reportId, route: each })),
  )
  const kept = await keepTips(tx, tips, services.now())
  await keepUnrouted(tx, unrouted, services.now())
  await recordAll(tx, services.now(), [
    ...kept,
    ...unrouted.map(
      ({ reportId }): Happening => ({
        action: 'report.unrouted',
        object: { kind: 'report', id: reportId },
      }),
    ),
  ])
}

/** An import is its agency's own: it is not sent to others behind its back. */
const routesOf = (
  head: AssembledReport,
  places: PlaceFact[],
  services: PipelineServices,
  at: string,
): Route[] =>
  head.importedFor
    ? [{ agency: head.importedFor, because: 'Imported by this agency.', confidence: 'high', missing: [] }]
    : route({ places, registry: services.directory.registry, at })

const placesByReport = async (tx: Transaction, ids: string[]): Promise<Map<string, PlaceFact[]>> => {
  const rows = await tx.prepared<Facts>(
    'route-facts',
    `select f.report_id, f.places from report_facts f join report r on r.report_id = f.report_id and r.revision = f.revision
     where f.report_id = any($1::bigint[])`,
    [ids],
  )
  return new Map(rows.map((row) => [row.report_id, row.places]))
}

const assessmentsOf = (tx: Transaction, ids: string[]): Promise<Stored[]> =>
  tx.prepared<Stored>(
    'route-assessments',
    `select a.report_id, a.policy_id, a.policy_version, a.body
     from assessment a join report r on r.report_id = a.report_id and r.revision = a.revision
     where a.report_id = any($1::bigint[])`,
    [ids],
  )
