import { setImmediate } from 'node:timers/promises'
import { type PolicyPreview, previewRowsMax } from '@opentipline/contract'
import { type Policy, stand } from '@opentipline/domain'
import { storedValuesSql, type StoredValues, valuesFrom } from '../../db/signal-values.ts'
import type { Transaction } from '../../db/transaction.ts'

/** Tips judged between two looks at other work, so that a long preview delays nobody. */
const tipsPerTurn = 500

export type PreviewTip = { tipId: string; reportId: string; values: Uint8Array; clockAt: number }

type Row = StoredValues & { tip_id: string; report_id: string; next_clock_at: Date | null }

/** The agency's newest tips with what their signals are, as its own records have them. */
export const readPreviewTips = async (
  tx: Transaction,
  agencyId: string,
  last: number,
  which: 'all' | 'open' = 'all',
): Promise<PreviewTip[]> => {
  const rows = await tx.prepared<Row>(
    'preview-tips',
    `select t.tip_id, t.report_id, t.next_clock_at, ${storedValuesSql} from tip t
     where t.agency_id = $1 and t.withdrawn_at is null and t.available_at <= now()
       and ($3 = 'all' or t.state = 'open' or (t.state = 'held' and t.held_until <= now()))
     order by t.available_at desc, t.tip_id desc limit $2`,
    [agencyId, last, which],
  )
  return rows.map((row) => ({
    tipId: row.tip_id,
    reportId: row.report_id,
    values: valuesFrom(row),
    clockAt: row.next_clock_at?.getTime() ?? Number.POSITIVE_INFINITY,
  }))
}

type Standing = PolicyPreview['rows'][number]['before']

/** Where each tip stands under a policy, in the order given, with its position among them. */
export const standAll = async (policy: Policy, tips: readonly PreviewTip[]): Promise<Standing[]> => {
  const { end } = policy.order
  const placed: Placed[] = []
  for (const [index, tip] of tips.entries()) {
    if (index % tipsPerTurn === tipsPerTurn - 1) await setImmediate()
    const { risk, rank, lane } = stand(policy, tip.values)
    placed.push({
      standing: { band: policy.bands[rank]?.id ?? '', lane, risk },
      // Band, then the end of the risk that the policy orders by, then the other end, then the next clock.
      key: [rank, -risk[end], -risk[end === 'low' ? 'high' : 'low'], tip.clockAt],
    })
  }
  const order = placed.map((each, index) => ({ key: each.key, index })).toSorted(byKey)
  const positions = new Map(order.map(({ index }, place) => [index, place + 1]))
  return placed.map(({ standing }, index) => ({ ...standing, position: positions.get(index) ?? 0 }))
}

type Placed = { standing: Omit<Standing, 'position'>; key: readonly number[] }

const byKey = (
  a: { key: readonly number[]; index: number },
  b: { key: readonly number[]; index: number },
): number => {
  for (const [at, value] of a.key.entries()) {
    const other = b.key[at] ?? 0
    if (value !== other) return value < other ? -1 : 1
  }
  return a.index - b.index
}

/** What a policy would do to these tips, beside the one in force: who moves, who crosses the line. */
export const previewPolicy = async (
  policy: Policy,
  against: Policy,
  tips: readonly PreviewTip[],
  line: number,
): Promise<PolicyPreview> => {
  const before = await standAll(against, tips)
  const after = await standAll(policy, tips)
  const rows = tips.flatMap((tip, index): PolicyPreview['rows'] => {
    const was = before[index]
    const willBe = after[index]
    if (!was || !willBe) return []
    return [
      {
        tipId: tip.tipId,
        reportId: tip.reportId,
        before: was,
        after: willBe,
        crosses: crossing(was, willBe, line),
      },
    ]
  })
  const count = (test: (row: PolicyPreview['rows'][number]) => boolean): number => rows.filter(test).length
  return {
    tips: tips.length,
    against: { id: against.id, version: against.version, name: against.name },
    moved: count((row) => row.before.position !== row.after.position),
    changedBand: count((row) => row.before.band !== row.after.band),
    changedLane: count((row) => row.before.lane !== row.after.lane),
    line,
    crossedUp: count((row) => row.crosses === 'up'),
    crossedDown: count((row) => row.crosses === 'down'),
    rows: rows.filter(isMoved).toSorted(crossersFirst).slice(0, previewRowsMax),
  }
}

type PreviewRow = PolicyPreview['rows'][number]

const isMoved = (row: PreviewRow): boolean =>
  row.before.position !== row.after.position ||
  row.before.lane !== row.after.lane ||
  row.before.band !== row.after.band

const crossersFirst = (a: PreviewRow, b: PreviewRow): number =>
  Number(b.crosses !== null) - Number(a.crosses !== null) || distance(b) - distance(a)

const distance = (row: PreviewRow): number => Math.abs(row.before.position - row.after.position)

const crossing = (was: Standing, willBe: Standing, line: number): PreviewRow['crosses'] => {
  if (was.position > line && willBe.position <= line) return 'up'
  return was.position <= line && willBe.position > line ? 'down' : null
}
