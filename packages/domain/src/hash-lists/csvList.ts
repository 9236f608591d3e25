import { normalAlgorithm } from '../identifiers/normalHash.ts'
import { csvCells } from '../text/csvCells.ts'
import { collectRows, type HashListContent, type HashListFault, type HashListRow, rowOf } from './hashList.ts'
import { numberedLines } from './plainList.ts'

const known: ReadonlySet<string> = new Set(['md5', 'sha1', 'sha256', 'sha512', 'pdq', 'photodna'])
const categoryNames: ReadonlySet<string> = new Set(['category', 'class', 'classification', 'label', 'tag'])

/** Which column holds what. `digests` maps a column to its algorithm, `undefined` where the length tells it. */
type Digest = { readonly column: number; readonly algorithm: string | undefined }
type Columns = {
  readonly digests: readonly Digest[]
  readonly type: number
  readonly category: number
}

function columnsOf(header: readonly string[]): Columns | undefined {
  const names = header.map((cell) => normalAlgorithm(cell))
  const digests = names.flatMap((name, column): Digest[] => {
    if (known.has(name)) return [{ column, algorithm: name }]
    return name === 'hash' || name === 'value' || name === 'hashvalue'
      ? [{ column, algorithm: undefined }]
      : []
  })
  if (digests.length === 0) return undefined
  const type = names.findIndex((name) => name === 'type' || name === 'hashtype' || name === 'algorithm')
  return { digests, type, category: names.findIndex((name) => categoryNames.has(name)) }
}

const cellAt = (cells: readonly string[], column: number): string | undefined => {
  const cell = column < 0 ? undefined : cells[column]?.trim()
  return cell === '' ? undefined : cell
}

function* rowsOf(
  cells: readonly string[],
  columns: Columns,
  number: number,
): Generator<HashListRow | HashListFault> {
  let found = false
  for (const { column, algorithm } of columns.digests) {
    const digest = cellAt(cells, column)
    if (digest === undefined) continue
    found = true
    yield rowOf(digest, algorithm ?? cellAt(cells, columns.type), cellAt(cells, columns.category), number)
  }
  if (!found) yield { where: number, says: 'The line holds no digest.' }
}

function* entries(content: string): Generator<HashListRow | HashListFault> {
  let columns: Columns | undefined
  for (const { line, number } of numberedLines(content.replace(/^\uFEFF/, ''))) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const cells = csvCells(line)
    if (columns === undefined) {
      columns = columnsOf(cells)
      if (columns === undefined) {
        yield {
          where: number,
          says: 'The header names no digest column (md5, sha1, sha256, sha512, pdq, photodna or hash).',
        }
        return
      }
    } else yield* rowsOf(cells, columns, number)
  }
}

/**
 * CSV with a header. Columns named for an algorithm hold its digests; a column `hash` holds any, told by a column
 * `type` or by length; `category` (or `class`, `label`, `tag`) goes with the row.
 */
export const parseCsvList = (content: string): HashListContent => collectRows(entries(content))
