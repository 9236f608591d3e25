import type { Assessment, Evidence, LinkView } from '@opentipline/contract'

/**
 * The assessment as the reader may see it. It was made once, over the reports of all agencies: evidence that points to
 * another report stays only where that report is among the links the reader sees (invariant 10).
 */
export const withOwnLinks = (assessment: Assessment, links: readonly LinkView[]): Assessment => {
  const visible = new Set(links.map((link) => link.reportId))
  const own = (evidence: readonly Evidence[]): Evidence[] =>
    evidence.filter(({ from, ref }) => from !== 'link' || visible.has(ref))
  const narrowed = <T extends { evidence: Evidence[] }>(each: T): T => ({
    ...each,
    evidence: own(each.evidence),
  })
  return {
    ...assessment,
    actionability: { ...assessment.actionability, parts: assessment.actionability.parts.map(narrowed) },
    why: assessment.why.map(narrowed),
    signals: assessment.signals.map(narrowed),
  }
}
