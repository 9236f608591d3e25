import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LawEntry } from '@opentipline/contract'
import { assemblePack } from '@opentipline/domain'
import { page, table } from './markdown.ts'

const folder = join(import.meta.dirname, '../../data/law')

const where = ({ jurisdiction }: LawEntry): string => {
  if ('nation' in jurisdiction) return 'nation'
  if ('circuits' in jurisdiction) return `circuit ${jurisdiction.circuits.join(', ')}`
  return 'states' in jurisdiction ? jurisdiction.states.join(', ') : 'one agency'
}

const opens = ({ openFile = [] }: LawEntry): string =>
  openFile
    .map(
      ({ views, hashMatch, answer }) =>
        `${views.join(', ')}${hashMatch ? ', where the hash matched' : ''}: **${answer}**`,
    )
    .join('; ')

/** The legal pack that is shipped, with the mark and source of each entry. */
export const lawPage = (): string => {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
  const pack = assemblePack(names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })))
  const unverified = pack.entries.filter(({ status }) => status !== 'verified').length
  return page(
    'The legal pack',
    `The ${pack.entries.length} entries in \`data/law\`, kept up to ${pack.asOf}. ${unverified} of them are not verified: \`secondary\` was seen in a secondary page only, \`to be verified by counsel\` is recalled. None is legal advice. An agency adds its own in a layer above. [How a file may be opened](../adr/0140-opening-a-file.md) tells how two courts' answers become one.`,
    table(
      ['id', 'citation', 'for', 'force', 'mark', 'what it says', 'of opening a file', 'source'],
      pack.entries.map((entry) => [
        `\`${entry.id}\``,
        entry.kind === 'case' && !entry.citation.startsWith(entry.title)
          ? `${entry.title}, ${entry.citation}`
          : entry.citation,
        where(entry),
        entry.force,
        entry.status,
        entry.summary,
        opens(entry),
        entry.source,
      ]),
    ),
    `## Circuits\n\n${table(
      ['circuit', 'states, districts and territories'],
      pack.circuits.map(({ id, name, states }) => [`${id}: ${name}`, states.join(', ')]),
    )}`,
  )
}
