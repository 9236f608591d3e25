import { DatabaseSync } from 'node:sqlite'
import { PostgresFault } from './fault.ts'

/** SQLite's code for a lock that another holds. */
const sqliteBusy = 5

/**
 * Takes the one lock of a data folder. It is SQLite's exclusive lock on an empty file, because that is a lock
 * of the operating system: it ends with the process however the process ends, so none is ever left behind,
 * and it holds across containers that share the folder.
 * @returns a function that releases it
 */
export const lockFolder = (file: string, folder: string): (() => void) => {
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive')
  } catch (cause) {
    lock.close()
    if (!isBusy(cause)) throw cause
    throw new PostgresFault(
      'in use',
      `The data folder ${folder} is in use by another OpenTipline on this machine. Stop that one first, or name another folder with --data.`,
      { cause },
    )
  }
  return () => {
    if (lock.isOpen) lock.close()
  }
}

const isBusy = (cause: unknown): boolean =>
  cause instanceof Error && 'errcode' in cause && cause.errcode === sqliteBusy
