import type { ClockView, Evidence } from '@opentipline/contract'
import { addDays, addYears } from './calendar.ts'

/** The REPORT Act's signature: submissions from this day on are held for a year, earlier ones were for 90 days. */
const oneYearSince = Date.UTC(2024, 4, 7)
const daysBefore = 90

/**
 * When the provider's duty to preserve what it reported ends.
 *
 * A completed submission counts as a request to preserve for one year from the submission, 18 U.S.C. 2258A(h) as amended
 * by Pub. L. 118-59 (signed 2024-05-07); before that for 90 days. It binds the provider, not the agency: nothing is due
 * from anybody at the desk when it ends, but what was not asked for by then may be gone.
 */
export const providerHold = (submittedAt: Date, evidence: Evidence[] = []): ClockView => {
  const long = submittedAt.getTime() >= oneYearSince
  const end = long ? addYears(submittedAt, 1) : addDays(submittedAt, daysBefore)
  return {
    key: 'provider hold',
    kind: 'provider hold',
    name: 'provider hold ends',
    what: 'lost',
    at: end.toISOString(),
    says: long
      ? 'The provider must keep what it reported until then, one year from its submission. Afterwards it may be gone.'
      : 'The provider had to keep what it reported for 90 days. Submissions since 7 May 2024 are kept for a year.',
    force: 'law',
    citation: '18 U.S.C. 2258A(h); Pub. L. 118-59',
    certainty: evidence.length === 0 ? 'certain' : 'uncertain',
    certaintySays:
      evidence.length === 0
        ? 'Counted from the moment the submission was finished here.'
        : 'Counted from when the imported document says the report was received; the submission itself was not seen here.',
    source: evidence.length === 0 ? 'the submission’s own time' : 'the imported document',
    evidence,
  }
}
