import type { Scorecard, ToldOutcomes } from '@opentipline/contract'

/** With fewer outcomes than this a share would point at a single report of the provider's. */
const outcomesMin = 10
/** Outcomes are told in steps of so many, so that one more is seldom seen. */
const step = 5
/** A part is named when agencies said so of so many reports at least. */
const hinderedMin = 3

/** `given` counts reports; the others count agencies’ words, of which a report may have two. */
type Given = { given: number; useful: number; partlyUseful: number; notUseful: number; notSaid: number }

const tenths = (n: number, of: number): number => Math.round((n / of) * 10) * 10

/**
 * What a provider is told of outcomes that agencies chose to give of its reports; null with fewer than ten. Which report
 * has one is told nowhere; hundredths are rounded to ten, and need not make a hundred: some agencies do not say.
 */
export const toldToProvider = (
  { given, useful, partlyUseful, notUseful, notSaid }: Given,
  hindered: readonly { part: Scorecard['hindered'][number]['part']; reports: number }[],
): ToldOutcomes | null => {
  if (given < outcomesMin) return null
  const words = useful + partlyUseful + notUseful + notSaid
  return {
    atLeast: Math.floor(given / step) * step,
    usefulPercent: tenths(useful, words),
    partlyUsefulPercent: tenths(partlyUseful, words),
    notUsefulPercent: tenths(notUseful, words),
    hindered: hindered.filter(({ reports }) => reports >= hinderedMin).map(({ part }) => part),
  }
}
