import type { Identifier, Report } from '@opentipline/contract'
import { textIdentifiers } from '../text/textIdentifiers.ts'
import { statedIdentifiers } from './statedIdentifiers.ts'

/** A report cannot hold more than this many identifiers: a chat log of megabytes must not swamp the linking. */
const identifiersMax = 20_000

const keyOf = (id: Identifier): string =>
  `${id.kind}\n${id.value}\n${id.role}\n${id.basis}\n${id.path}\n${id.at ?? ''}`

/** A value that can be stored and compared: no control characters, no half characters. */
const isSound = ({ value }: Identifier): boolean => value.isWellFormed() && !/\p{Cc}/u.test(value)

/**
 * Every identifier of a report in its normal form, with its role and the place it stands: stated ones from fields
 * of their own first, then those derived from free text. One identifier at two places is two entries; one at the
 * same place is one. Pure, total, deterministic. At most `identifiersMax`, the stated ones kept.
 */
export function identifiersOf(report: Report): Identifier[] {
  const seen = new Map<string, Identifier>()
  for (const id of [...statedIdentifiers(report), ...textIdentifiers(report)]) {
    if (seen.size >= identifiersMax) break
    const key = keyOf(id)
    if (isSound(id) && !seen.has(key)) seen.set(key, id)
  }
  return [...seen.values()]
}
