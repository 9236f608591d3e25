import { normalHash } from '../identifiers/normalHash.ts'

/** What an operator says of a list when loading it. Without these a hit would tell an officer nothing. */
export type HashListHead = {
  readonly name: string
  readonly source: string
  /** ISO date of the list. */
  readonly date: string
  /** What it means to be on the list, in the operator's words. */
  readonly meaning: string
}

/** `hash` is the normal form `algorithm:value`. */
export type HashListRow = { readonly hash: string; readonly category?: string | undefined }

/** A line or entry that could not be read; `where` is a line number or an index, from 1. */
export type HashListFault = { readonly where: number; readonly says: string }

export type HashListContent = {
  readonly rows: readonly HashListRow[]
  readonly faults: readonly HashListFault[]
  /** Algorithms that occur, sorted. A digest by any other algorithm is "not checked" against this list. */
  readonly algorithms: readonly string[]
}

/** The largest lists in use hold some ten million; a file beyond this is not a hash list. */
const hashListRowsMax = 50_000_000
/** Beyond this many faults the file is of another kind, and more of them tell nothing. */
const hashListFaultsMax = 1_000

/** Collects rows and faults with their limits, and says which algorithms occur. */
export function collectRows(entries: Iterable<HashListRow | HashListFault>): HashListContent {
  const rows: HashListRow[] = []
  const faults: HashListFault[] = []
  const algorithms = new Set<string>()
  for (const entry of entries) {
    if ('says' in entry) {
      if (faults.length < hashListFaultsMax) faults.push(entry)
      continue
    }
    if (rows.length >= hashListRowsMax) throw new RangeError(`A hash list may hold ${hashListRowsMax} rows.`)
    rows.push(entry)
    algorithms.add(entry.hash.slice(0, entry.hash.indexOf(':')))
  }
  return { rows, faults, algorithms: [...algorithms].toSorted() }
}

/** A row from a digest as given, or the fault that it is none. */
export function rowOf(
  digest: string,
  algorithm: string | undefined,
  category: string | undefined,
  where: number,
): HashListRow | HashListFault {
  const hash = normalHash(digest, algorithm)
  if (hash === undefined)
    return { where, says: `"${digest.slice(0, 80)}" is not a digest that can be compared.` }
  return category === undefined || category === '' ? { hash } : { hash, category }
}
