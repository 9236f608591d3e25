import type { LawEntry } from '@opentipline/contract'
import { citationOf } from '@opentipline/domain'

const where = ({ jurisdiction }: LawEntry): string => {
  if ('nation' in jurisdiction) return 'the nation'
  if ('circuits' in jurisdiction) return `circuit ${jurisdiction.circuits.join(', ')}`
  return 'states' in jurisdiction ? jurisdiction.states.join(', ') : 'the agency alone'
}

/** One line for an entry; what nobody verified says so. */
export const entryLine = (entry: LawEntry): string =>
  `${entry.id.padEnd(24)} ${entry.force.padEnd(13)} ${entry.status.padEnd(26)} ${where(entry).padEnd(18)} ${citationOf(entry)}`

/** An entry with its summary, mark and source. */
export const entryText = (entry: LawEntry): string =>
  [
    citationOf(entry),
    `  ${entry.summary.trim()}`,
    `  ${entry.force}; ${entry.status}; ${entry.issuer}, ${entry.date}; for ${where(entry)}; binds: ${entry.binds}`,
    `  source: ${entry.source}`,
  ].join('\n')

/** What is said under every answer from the pack. */
export const notAdvice = (asOf: string): string =>
  `The pack was kept up to ${asOf}. This is what it holds, not legal advice.`
