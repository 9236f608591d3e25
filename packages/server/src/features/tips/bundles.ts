import {
  type Bundle,
  type BundleDetail,
  type BundleList,
  bundleRowsMax,
  type PlaceFact,
} from '@opentipline/contract'
import { apartBecause } from '@opentipline/domain'
import { storedValuesSql, type StoredValues, valuesFrom } from '../../db/signal-values.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { queueRow, rowColumns, shownLane, shownTips, type TipRow } from './row.ts'

/** Bundles listed at most, the largest. */
const bundlesMax = 200

type Row = { kind: Bundle['by']; key: string; name: string; tip_ids: string[] }
type Found = { bundle: Bundle; tipIds: string[] }

const found = ({ kind, key, name, tip_ids }: Row): Found => ({
  bundle: { bundleId: `${kind}-${key}`, by: kind, name, tips: tip_ids.length },
  tipIds: tip_ids,
})

const readBundles = async (tx: Transaction): Promise<Found[]> =>
  (
    await tx.prepared<Row>(
      'bundles',
      'select kind, key, name, tip_ids from own_bundles() order by cardinality(tip_ids) desc, kind, key limit $1',
      [bundlesMax],
    )
  ).map(found)

/** Bundles of the acting agency's undecided tips, the largest first. */
export const listBundles = async (tx: Transaction): Promise<BundleList> => ({
  bundles: (await readBundles(tx)).map(({ bundle }) => bundle),
})

type Apart = { tipId: string; because: string[] }
export type BundleMembers = Found & { apart: Apart[] }

/**
 * A bundle with those of its members that no decision on it covers: any aggravating or locating signal pulls one out.
 * @throws Problem not-found
 */
export const loadBundle = async (tx: Transaction, bundleId: string): Promise<BundleMembers> => {
  const bundle = (await readBundles(tx)).find((each) => each.bundle.bundleId === bundleId)
  if (!bundle) throw new Problem('not-found', 'There is no such bundle of undecided tips in your queue.')
  const rows = await tx.prepared<StoredValues & { tip_id: string; places: PlaceFact[] | null }>(
    'bundle-values',
    `select t.tip_id, ${storedValuesSql},
       (select f.places from report_facts f where f.report_id = t.report_id order by f.revision desc limit 1) as places
     from tip t where t.tip_id = any($1::bigint[]) order by t.tip_id`,
    [bundle.tipIds],
  )
  const judged = rows.map((row) => ({
    tipId: row.tip_id,
    because: apartBecause(valuesFrom(row), row.places ?? []),
  }))
  return { ...bundle, apart: judged.filter(({ because }) => because.length > 0) }
}

/** A bundle as the desk shows it. The reading is in the ledger. @throws Problem not-found */
export const readBundle = async (
  tx: Transaction,
  session: Session,
  bundleId: string,
  now: Date,
): Promise<BundleDetail> => {
  const { bundle, tipIds, apart } = await loadBundle(tx, bundleId)
  const rows: TipRow[] = await tx.rows(
    shownTips(session.actor.agencyId, session.personId)
      .where('tip.tip_id', 'in', tipIds.slice(0, bundleRowsMax))
      .select([...rowColumns, shownLane])
      .orderBy('tip.band_rank')
      .orderBy('tip.tip_id'),
  )
  await record(tx, now, {
    action: 'bundle.read',
    object: { kind: 'bundle', id: bundleId },
    details: { tips: tipIds.length },
  })
  const because = new Map(apart.map((each) => [each.tipId, each.because]))
  return {
    bundle,
    members: rows.filter((row) => !because.has(row.tip_id)).map((row) => queueRow(row)),
    apart: rows.flatMap((row) => {
      const reasons = because.get(row.tip_id)
      return reasons ? [{ row: queueRow(row), because: reasons }] : []
    }),
  }
}
