import type { Report } from '@opentipline/contract'
import type { Role } from '../identifiers/occurrences.ts'
import { type PlaceHint, placeHintsIn } from './placeHints.ts'
import { providerExtraction } from './providers/providerExtraction.ts'
import { textsOf } from './textsOf.ts'

/** A place hint with the passage it stands in. */
export type HintAt = { readonly path: string; readonly role: Role; readonly hint: PlaceHint }

/** Every place that free text hints at, by the general rules and by provider's habits; denied ones are left out. */
export const textPlaceHints = (report: Report): HintAt[] => {
  const general = textsOf(report).flatMap(({ path, role, text }) =>
    placeHintsIn(text).map((hint) => ({ path, role, hint })),
  )
  return [...general, ...providerExtraction(report).hints].filter(({ hint }) => hint.stance !== 'negated')
}
