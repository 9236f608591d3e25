import { asvsLevels, type Control, controlStatuses, countsOf, readControls } from './controls-data.ts'
import { page, table } from './markdown.ts'

const meanings: Record<(typeof controlStatuses)[number], string> = {
  held: 'a test fails when it is not so',
  'by design': 'it is so in the source that is named; no test fails when it changes',
  operator: 'it is for whoever runs the program',
  'not applicable': 'the program has nothing that it speaks of',
  'not met yet': 'missing or met in part, with why, and what an operator does meanwhile',
}

const place = ({ where, because }: Control): string =>
  [where.map((file) => `\`${file}\``).join(', '), because].filter((part) => part !== '').join('. ')

const counted = (rows: readonly Control[]): string =>
  table(
    ['level', ...controlStatuses],
    ['1', '2'].map((level) => [
      level,
      ...controlStatuses.map((status) =>
        String(rows.filter((row) => row.level === level && row.status === status).length),
      ),
    ]),
  )

/** What published catalogues of controls ask, and how this program stands to each. */
export const controlsPage = (): string => {
  const asvs = readControls('asvs.csv')
  const cjis = readControls('cjis.csv')
  return page(
    'Controls',
    'How this program stands to two published catalogues. We judged it ourselves, by reading the code and the tests, without breaking each control to see its test fail; nobody independent has. What a compromise of each part can give away is in [the threat model](../threat-model.md).',
    `${table(
      ['', 'means'],
      controlStatuses.map((status) => [status, meanings[status]]),
    )}`,
    `## OWASP ASVS 5.0, levels 1 and 2\n\nThe ${asvsLevels().length} requirements of [ASVS 5.0.0](https://github.com/OWASP/ASVS), each in our own few words, which do not replace its own. The standard is © the OWASP Foundation, under CC BY-SA 4.0; so is the wording of this table. ${countsOf(asvs)}.`,
    counted(asvs),
    table(
      ['id', 'level', 'what it asks', 'status', 'where, and what to know'],
      asvs.map((row) => [row.id, row.level, row.what, row.status, place(row)]),
    ),
    `## CJIS Security Policy\n\nThe controls that a product can hold. The parameters were read in a copy of version 5.9.5; **those of version 6.0 are not verified**, and whether a report is criminal justice information is for the agency to say. ${countsOf(cjis)}.`,
    table(
      ['control', 'what it asks', 'status', 'where, and what to know'],
      cjis.map((row) => [row.id, row.what, row.status, place(row)]),
    ),
  )
}
