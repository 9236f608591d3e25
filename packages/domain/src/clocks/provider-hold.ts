import type { ClockView } from '@opentipline/contract'

/** The REPORT Act's signature: submissions from this day on are held for a year, earlier ones were for 90 days. */
const oneYearSince = Date.UTC(2024, 4, 7)
const daysBefore = 90
const dayMs = 86_400_000

/**
 * When the provider's duty to preserve what it reported ends.
 *
 * A completed submission counts as a request to preserve for one year from the submission, 18 U.S.C. 2258A(h) as amended
 * by Pub. L. 118-59 (signed 2024-05-07); before that for 90 days. It binds the provider, not the agency: nothing is due
 * from anybody at the desk when it ends, but what was not asked for by then may be gone.
 */
export const providerHold = (submittedAt: Date): ClockView => {
  const long = submittedAt.getTime() >= oneYearSince
  const end = new Date(submittedAt)
  if (long) end.setUTCFullYear(end.getUTCFullYear() + 1)
  else end.setTime(end.getTime() + daysBefore * dayMs)
  return {
    name: 'provider hold ends',
    at: end.toISOString(),
    says: long
      ? 'The provider must keep what it reported until then, one year from its submission. Afterwards it may be gone.'
      : 'The provider had to keep what it reported for 90 days. Submissions since 7 May 2024 are kept for a year.',
    force: 'law',
    citation: '18 U.S.C. 2258A(h); Pub. L. 118-59',
  }
}
