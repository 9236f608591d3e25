import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { privateFileMode } from '../private-path.ts'
import { writePieces } from './write-pieces.ts'

const newFile = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL

/** Writes a whole small file durably: each write of an `O_DSYNC` file returns as after fdatasync. */
export async function writeSmallFile(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  const handle = await open(path, newFile | constants.O_DSYNC, privateFileMode)
  try {
    await writePieces(handle, pieces)
  } finally {
    await handle.close()
  }
}

/** A file written in the background, one batch behind its producer. */
export interface FileWriter {
  /** Waits for the batch before, and begins to write this one. */
  write(pieces: readonly Uint8Array[]): Promise<void>
  /** Resolves when all is written, durably. */
  finish(): Promise<void>
  /** To be called in every case, last. */
  close(): Promise<void>
}

/** Creates `path`, which must not exist. */
export async function openFileWriter(path: string): Promise<FileWriter> {
  const handle = await open(path, newFile, privateFileMode)
  let underWay = Promise.resolve()
  let unsyncedBytes = 0

  const writeAndSync = async (pieces: readonly Uint8Array[]): Promise<void> => {
    await writePieces(handle, pieces)
    unsyncedBytes += pieces.reduce((sum, piece) => sum + piece.length, 0)
    if (unsyncedBytes < syncEveryBytes) return
    await handle.datasync()
    unsyncedBytes = 0
  }

  return {
    async write(pieces) {
      await underWay
      underWay = writeAndSync(pieces)
      // Its failure is thrown by the await of the next call; this keeps it from counting as unhandled until then.
      underWay.catch(() => undefined)
    },
    async finish() {
      await underWay
      await handle.datasync()
    },
    async close() {
      await underWay.catch(() => undefined)
      await handle.close()
    },
  }
}

/**
 * A large file is synced as it grows, so that no answer waits for a gigabyte at its end, and the database beside
 * it never waits behind one.
 */
const syncEveryBytes = 33_554_432
