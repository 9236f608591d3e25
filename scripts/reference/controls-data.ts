import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../data/controls')

/** In the order in which the page counts them. */
export const controlStatuses = ['held', 'by design', 'operator', 'not applicable', 'not met yet'] as const

export type Control = {
  id: string
  /** Empty where the catalogue has none. */
  level: string
  what: string
  status: string
  /** The tests that hold it, or the files it is designed in. */
  where: string[]
  because: string
}

/** The rows of a CSV by their heads (RFC 4180, without line breaks in a field). */
const readCsv = (name: string): Record<string, string>[] => {
  const [heads = [], ...rows] = readFileSync(join(folder, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
        quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
      ),
    )
  return rows.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? ''])))
}

/** The rows of a catalogue in `data/controls`. */
export const readControls = (name: 'asvs.csv' | 'cjis.csv'): Control[] =>
  readCsv(name).map(({ id = '', level = '', what = '', status = '', where = '', because = '' }) => ({
    id,
    level,
    what,
    status,
    where: where.split(' ').filter((file) => file !== ''),
    because,
  }))

/** The ids of ASVS 5.0 at levels 1 and 2, which are facts of that standard. */
export const asvsLevels = (): Record<string, string>[] => readCsv('asvs-levels.csv')

/** How many rows stand how: `61 held, 60 by design, ...`. */
export const countsOf = (rows: readonly Control[]): string =>
  controlStatuses
    .map((status) => `${rows.filter((row) => row.status === status).length} ${status}`)
    .join(', ')
