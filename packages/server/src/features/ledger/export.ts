import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { tilePath, tilesOf } from '@opentipline/ledger'
import type { Transaction } from '../../db/transaction.ts'
import { writeDurably } from '../../platform/durable-file.ts'
import type { LedgerKey } from './key.ts'
import { newestCheckpoint } from './published.ts'
import { tileReader } from './read-tiles.ts'

/** Called with the entries written so far, and all there are. */
export type OnProgress = (done: number, size: number) => void

/**
 * Writes the log as its newest checkpoint has it into an empty folder, in the tlog-tiles layout, for other people's
 * verifiers. The checkpoint comes last: a folder that has one is whole.
 * @returns how many entries
 * @throws Error when the folder is not empty, when nothing was signed yet, or when rows are missing
 */
export const exportLog = async (
  tx: Transaction,
  key: LedgerKey,
  folder: string,
  onProgress: OnProgress = () => undefined,
): Promise<number> => {
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty.`)
  const newest = await newestCheckpoint(tx)
  if (!newest) throw new Error('No checkpoint has been signed yet.')
  const read = tileReader(tx)
  let done = 0
  for (const tile of tilesOf(newest.size)) {
    const path = tilePath(tile)
    const bytes = await read(path)
    // What is missing is left out and not invented: the verifier will name it.
    if (bytes) await writeInto(join(folder, path), bytes)
    if (tile.level === 'entries') onProgress((done += tile.width), newest.size)
  }
  await writeFile(join(folder, 'verifier-key'), `${key.verifier}\n`)
  await writeDurably(join(folder, 'checkpoint'), newest.note)
  return newest.size
}

const writeInto = async (path: string, bytes: Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
}
