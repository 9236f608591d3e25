import type { Assessment, PlaceFact, Report } from '@opentipline/contract'
import { laneUnder, type Policy, providerHold, valuesOf } from '@opentipline/domain'
import { signalKey } from '../../db/signal-values.ts'
import type { TipSummary } from '../../db/tables.ts'
import type { AssembledReport } from '../reports/index.ts'

/** Reasons shown on a row of the queue; the tip has them all. */
const reasonsShown = 3

/** Where a tip stands in a queue, and what its row shows: copied to the tip so that a page is one index scan. */
export type Rank = {
  revision: number
  policyId: string
  policyVersion: number
  label: Assessment['label']
  lane: Assessment['lane']
  band: string
  bandRank: number
  riskLow: number
  riskHigh: number
  /** The end of the risk that orders the queue, by the policy. */
  orderEnd: Policy['order']['end']
  actLow: number
  actHigh: number
  nextClockAt: string | null
  nextClockName: string | null
  summary: TipSummary
  /** The signals, one byte each, in hexadecimal; and which registry's positions they are. */
  signalValues: string
  signalKey: string
  /** The agency's own assessment, or null where the one made for all stands. */
  assessmentId: string | null
}

export type RankInput = {
  head: AssembledReport
  /** The revision that was judged. */
  revision: number
  assessment: Assessment
  policy: Policy
  places: readonly PlaceFact[]
  linkCount: number
  /** A person's label, which stands beside the computed one and decides the lane; or null. */
  label: Assessment['label'] | null
  assessmentId: string | null
}

/** Pure: the same report under the same policy always stands in the same place. */
export const rankOf = (input: RankInput): Rank => {
  const { head, revision, assessment, policy, places, linkCount, assessmentId } = input
  const clock = clockOf(head)
  const label = input.label ?? assessment.label
  return {
    revision,
    policyId: assessment.policy.id,
    policyVersion: assessment.policy.version,
    label,
    lane: laneUnder(label, assessment.lane),
    band: assessment.risk.band,
    bandRank: policy.bands.findIndex((band) => band.id === assessment.risk.band),
    riskLow: assessment.risk.low,
    riskHigh: assessment.risk.high,
    orderEnd: policy.order.end,
    actLow: assessment.actionability.score.low,
    actHigh: assessment.actionability.score.high,
    nextClockAt: clock?.at ?? null,
    nextClockName: clock?.name ?? null,
    summary: summaryOf(head, assessment, places, linkCount),
    signalValues: Buffer.from(valuesOf(assessment.signals)).toString('hex'),
    signalKey,
    assessmentId,
  }
}

const clockOf = (head: AssembledReport) => {
  const submitted = submittedAt(head)
  return submitted ? providerHold(submitted) : undefined
}

/** When the provider submitted: our own finish, or what the imported document states; else not known. */
const submittedAt = ({ report, finishedAt }: AssembledReport): Date | null => {
  if (report.origin.kind === 'reporting-xml') return finishedAt
  const stated = Date.parse(report.origin.dateReceived ?? '')
  return Number.isNaN(stated) ? null : new Date(stated)
}

const summaryOf = (
  { report, providerName }: AssembledReport,
  assessment: Assessment,
  places: readonly PlaceFact[],
  linkCount: number,
): TipSummary => ({
  origin: report.origin.kind,
  provider: providerName,
  incidentType: report.incident.type ?? null,
  incidentAt: report.incident.at ?? null,
  place: placeText(places),
  reasons: topReasons(assessment),
  fileCount: report.files.length,
  unviewedFileCount: unviewed(report),
  linkCount,
})

/** "Not stated" is no better than "not viewed" where a file's opening is concerned. */
const unviewed = (report: Report): number =>
  report.files.filter((file) => file.viewState !== 'viewed for this report').length

/** The reasons that weigh most. Two rules that rest on the very same statements say one thing to an officer: the first is shown. */
export const topReasons = ({ why }: Pick<Assessment, 'why'>): string[] => {
  const ranked = why
    .filter((entry) => entry.score === 'risk')
    .toSorted((a, b) => Number(b.floor !== undefined) - Number(a.floor !== undefined) || b.points - a.points)
  const shown = new Map<string, string>()
  for (const { says, evidence } of ranked) {
    const rests = evidence
      .map(({ from, ref }) => `${from} ${ref}`)
      .toSorted()
      .join('\n')
    if (!shown.has(rests || says)) shown.set(rests || says, says)
  }
  return [...new Set(shown.values())].slice(0, reasonsShown)
}

/** The finest place, the child's first: as words for a row. */
const placeText = (places: readonly PlaceFact[]): string | null => {
  const best = places.find((place) => place.role === 'child') ?? places[0]
  if (!best) return null
  const parts = [best.city, best.region, best.country].filter((part): part is string => part !== undefined)
  return parts.length > 0 ? parts.join(', ') : null
}
