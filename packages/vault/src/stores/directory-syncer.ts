import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

/** Makes the entries of one directory durable, for many writers at once. */
export interface DirectorySyncer {
  /** Resolves after an fsync of the directory that began after this call: every entry made before it is durable. */
  sync(): Promise<void>
  close(): Promise<void>
}

interface Waiter {
  resolve(): void
  reject(error: unknown): void
}

/**
 * A group commit: while one fsync runs, later callers gather, and one fsync that begins afterwards serves them
 * all. Nobody is served by an fsync that had already begun, since it may have missed that caller's entry.
 */
export function directorySyncer(path: string): DirectorySyncer {
  let handle: Promise<FileHandle> | undefined
  let waiting: Waiter[] = []
  let isRunning = false

  const run = async (): Promise<void> => {
    isRunning = true
    while (waiting.length > 0) {
      const served = waiting
      waiting = []
      await serve(served)
    }
    isRunning = false
  }

  const serve = async (served: Waiter[]): Promise<void> => {
    try {
      handle ??= open(path, constants.O_RDONLY | constants.O_DIRECTORY)
      await (await handle).sync()
    } catch (error) {
      handle = undefined
      for (const waiter of served) waiter.reject(error)
      return
    }
    for (const waiter of served) waiter.resolve()
  }

  return {
    sync: () =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject })
        if (!isRunning) void run()
      }),
    async close() {
      await (await handle)?.close()
      handle = undefined
    },
  }
}
