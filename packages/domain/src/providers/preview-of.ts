import type { FilingPreview, Report } from '@opentipline/contract'
import { assess } from '../assessment/assess.ts'
import { placesOf } from '../places/placesOf.ts'
import type { Policy } from '../policy/schema.ts'
import { signalsOf } from '../signals/signals-of.ts'
import { textFindings } from '../text/textFindings.ts'

/** Advice beyond this is not followed. */
const adviceMax = 5

/**
 * What somebody at a desk could work with, from the document alone: no look-up of an address, no link to another report,
 * so that what rests on those stays unknown. It tells no score, no band and no signal, but what may be told to a provider
 * (18 U.S.C. 2258A(f): only of what it already holds). `at`: UTC, ISO 8601.
 */
export const previewOf = (report: Report, policy: Policy, at: string): FilingPreview => {
  const findings = textFindings(report)
  const places = placesOf(report, findings)
  const { actionability, unknown } = assess({
    signals: signalsOf({ report, findings, places, receivedAt: at, at }),
    policy,
  })
  const advice = unknown.flatMap(({ providerAdvice }) => providerAdvice ?? [])
  return {
    parts: actionability.parts.map(({ part, state }) => ({ part, state })),
    couldAdd: [...new Set(advice)].slice(0, adviceMax),
  }
}
