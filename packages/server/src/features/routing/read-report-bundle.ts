import {
  type PlaceFact,
  type ReportBundle,
  reportBundleCountedMax,
  type ReportBundleDetail,
  type ReportBundleMember,
  reportBundleMembersPageMax,
  type Signal,
} from '@opentipline/contract'
import { apartBecause, valuesOf } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import { record } from '../ledger/index.ts'

type Counted = { tips: number; agencies: number; first_at: Date; last_at: Date }
type Member = {
  report_id: string
  provider: string | null
  incident_type: string | null
  closed_at: Date
  agencies: string[]
  signals: Signal[] | null
  places: PlaceFact[] | null
}

/** Where the clearinghouse itself made reports available: a tip by referral is what an agency decided. */
const went = `t.via in ('routing', 'by hand') and t.withdrawn_at is null and t.available_at <= now()`

const countedText = `
  select (select count(*)::int from tip t where t.report_id = any($1::bigint[]) and ${went}) as tips,
    (select count(distinct t.agency_id)::int from tip t where t.report_id = any($1::bigint[]) and ${went}) as agencies,
    min(closed_at) as first_at, max(closed_at) as last_at
  from report where report_id = any($1::bigint[])`

/** Signals and places of the report itself, as they are for every agency: what one agency recorded of its own is not read here. */
const membersText = `
  select r.report_id, p.name as provider, v.model->'incident'->>'type' as incident_type, r.closed_at, f.signals, f.places,
    coalesce((select array_agg(a.name order by a.name) from tip t join agency a using (agency_id)
      where t.report_id = r.report_id and ${went}), '{}') as agencies
  from report r
  join report_revision v on v.report_id = r.report_id and v.revision = r.revision
  left join provider p on p.provider_id = r.provider_id
  left join lateral (select signals, places from report_facts where report_id = r.report_id order by revision desc limit 1) f on true
  where r.report_id = any($1::bigint[]) order by r.report_id desc`

const member = (row: Member): ReportBundleMember => ({
  reportId: row.report_id,
  provider: row.provider,
  incidentType: row.incident_type,
  finishedAt: row.closed_at.toISOString(),
  agencies: row.agencies,
  because: row.signals ? apartBecause(valuesOf(row.signals), row.places ?? []) : null,
})

/** The kind is the name's first part: a name that found members is one that the list gave. */
const kindOf = (bundleId: string): ReportBundle['by'] =>
  bundleId.startsWith('hash-') ? 'hash' : bundleId.startsWith('near-') ? 'near' : 'batch'

/**
 * The reports behind one item, the newest first, a page at a time: where the clearinghouse made each available, and which are
 * pulled out by a sign of their own. The reading is in the ledger.
 * @throws Problem not-found where fewer than two reports share it
 */
export const readReportBundle = async (
  tx: Transaction,
  bundleId: string,
  below: string | undefined,
  now: Date,
): Promise<ReportBundleDetail> => {
  const found = await tx.prepared<{ report_id: string; name: string }>(
    'report-bundle-members',
    'select * from report_bundle_members($1, $2) order by report_id desc',
    [bundleId, reportBundleCountedMax],
  )
  const ids = found.map(({ report_id }) => report_id)
  const [counted] = await tx.prepared<Counted>('report-bundle-counted', countedText, [ids])
  if (ids.length < 2 || !counted) throw new Problem('not-found', 'No two reports here share such an item.')
  const rest = below === undefined ? ids : ids.filter((each) => BigInt(each) < BigInt(below))
  const page = rest.slice(0, reportBundleMembersPageMax)
  const rows = await tx.prepared<Member>('report-bundle-page', membersText, [page])
  await record(tx, now, {
    action: 'report-bundle.read',
    object: { kind: 'bundle', id: bundleId },
    details: { reports: page.length },
  })
  const last = page.at(-1)
  return {
    bundle: {
      bundleId,
      by: kindOf(bundleId),
      name: found[0]?.name ?? '',
      reports: ids.length,
      isLeast: ids.length >= reportBundleCountedMax,
      tips: counted.tips,
      agencies: counted.agencies,
      firstAt: counted.first_at.toISOString(),
      lastAt: counted.last_at.toISOString(),
    },
    members: rows.map(member),
    ...(rest.length > page.length && last !== undefined ? { next: last } : {}),
  }
}
