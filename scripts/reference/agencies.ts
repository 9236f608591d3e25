import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseRegistry } from '@opentipline/domain'
import { parse } from 'yaml'
import { page, table } from './markdown.ts'

const folder = join(import.meta.dirname, '../../data/agencies')

const readAgencies = () => {
  const values = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name): unknown => parse(readFileSync(join(folder, name), 'utf8')))
  const parsed = parseRegistry(values)
  if (!parsed.ok) throw new Error(`data/agencies cannot be read: ${parsed.problems[0]?.message}`)
  return parsed.registry.agencies
}

/** The agencies that are shipped, with the mark of each. */
export const agenciesPage = (): string => {
  const agencies = readAgencies()
  const recalled = agencies.filter((agency) => agency.mark === 'recalled').length
  return page(
    'Agencies',
    `The ${agencies.length} agencies in \`data/agencies\`, which routing knows. \`verified\` was seen in a public page; \`recalled\` (${recalled} of them) is general knowledge that nobody has confirmed here: **correct it before you rely on it**. Entries may carry \`from\` and \`to\` dates.`,
    table(
      ['id', 'name', 'kind', 'lead', 'mark'],
      agencies.map(({ id, name, kind, lead, mark }) => [`\`${id}\``, name, kind, lead ?? '', mark]),
    ),
  )
}
