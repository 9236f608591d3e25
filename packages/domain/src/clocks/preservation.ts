import type { ClockView } from '@opentipline/contract'
import { addDays } from './calendar.ts'

/** 18 U.S.C. 2703(f)(2). */
const periodDays = 90

/** A preservation letter that a person said was sent. Never made by the program. */
export type Letter = {
  readonly entryId: string
  readonly provider: string
  readonly sentAt: Date
  /** The letter that this one renews, or null. */
  readonly renews: string | null
}

/**
 * The end of each hold by letter, 18 U.S.C. 2703(f): 90 days from the request, extended by 90 more upon a renewed request. A
 * renewal sent after the first 90 days has nothing left to extend: it is counted as a request of its own. The statute names one
 * renewal; what a further one does is not stated there, so that no end is computed from it.
 */
export const preservationClocks = (letters: readonly Letter[]): ClockView[] =>
  letters
    .filter((letter) => !letters.some((each) => each.entryId === letter.renews))
    .map((first) => clockOf(first, renewalsOf(first, letters)))

const renewalsOf = (first: Letter, letters: readonly Letter[]): Letter[] =>
  letters
    .filter((each) => each.renews === first.entryId)
    .toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime())

const clockOf = (first: Letter, renewals: readonly Letter[]): ClockView => {
  const { end, renewed, late, further } = endOf(first, renewals)
  return {
    key: `preservation letter ${first.entryId}`,
    kind: 'preservation letter',
    name: 'preservation by letter ends',
    what: 'lost',
    at: end.toISOString(),
    says: saysOf(first.provider, renewed, late),
    force: 'law',
    citation: '18 U.S.C. 2703(f)',
    certainty: further || late ? 'uncertain' : 'certain',
    certaintySays: further
      ? 'More than one renewal is recorded. The statute names one; what a further one does is not stated there and not counted.'
      : late
        ? 'The renewal was sent after the first 90 days were over: it is counted as a request of its own. What was lost in between is not known.'
        : 'Counted from when a person said the letter was sent; the provider counts from when it received it.',
    source: renewed || late ? 'the recorded letter and its renewal' : 'the recorded letter',
    evidence: [first, ...renewals].map(({ entryId }) => ({ from: 'record' as const, ref: entryId })),
  }
}

const saysOf = (provider: string, renewed: boolean, late: boolean): string => {
  const who = `${provider} must keep what the letter names until then`
  if (late) return `${who}, 90 days from the later letter. Afterwards it may be gone.`
  return renewed
    ? `${who}: 90 days and the 90 of one renewal. Afterwards it may be gone.`
    : `${who}, 90 days from the letter. A renewal sent before extends it by 90 more. Afterwards it may be gone.`
}

const endOf = (first: Letter, renewals: readonly Letter[]) => {
  const firstEnd = addDays(first.sentAt, periodDays)
  const [renewal, ...more] = renewals
  if (!renewal) return { end: firstEnd, renewed: false, late: false, further: false }
  const late = renewal.sentAt.getTime() > firstEnd.getTime()
  return {
    end: addDays(late ? renewal.sentAt : firstEnd, periodDays),
    renewed: !late,
    late,
    further: more.length > 0,
  }
}
