import { Worker } from 'node:worker_threads'
import type { PictureSetting } from '@opentipline/domain'
import type { Log, LogLevel } from '../platform/log.ts'
import type { Pipeline } from './run.ts'

/** What the pipeline's thread needs to open its own connections and sources. */
export type ThreadOptions = {
  logLevel: LogLevel
  databaseUrl: string
  demo: boolean
  /** Where the operator's hash lists are. */
  dataDir: string
  locationDatabase?: string | undefined
  rangeTable?: string | undefined
  /** Of which files picture hashes may be computed. */
  pictureHashes: PictureSetting
}

/** Pause before a thread that died is started again. */
const restartPauseMs = 1_000

export type ToThread = 'wake' | 'stop'
export type FromThread = 'ready'

/**
 * Runs the pipeline in a thread of its own, so that no judgement, however long, delays the answer to a provider. It
 * holds nothing that is not in the database: when it dies it is started again and goes on. `ready` resolves when it
 * works; a server can prepare other things meanwhile.
 */
export const startPipelineThread = (
  options: ThreadOptions,
  log: Log,
): Pipeline & { ready: Promise<void> } => {
  let worker: Worker
  let stopping = false
  const start = (): Promise<void> => {
    worker = new Worker(new URL('./thread-main.ts', import.meta.url), { workerData: options })
    const ready = new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve())
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('the pipeline ended before it was ready')))
    })
    ready.then(
      () => worker.once('exit', restart),
      () => undefined,
    )
    worker.on('error', (error) => log.error({}, 'the pipeline’s thread failed', error))
    return ready
  }
  const restart = (): void => {
    if (stopping) return
    log.warn({}, 'the pipeline’s thread ended; it is started again')
    setTimeout(() => {
      if (!stopping) start().catch(restart)
    }, restartPauseMs)
  }
  const ready = start()
  // Who waits for it is told; where the server gives up before, nobody does.
  ready.catch(() => undefined)
  return {
    ready,
    wake: () => worker.postMessage('wake' satisfies ToThread),
    stop: async () => {
      stopping = true
      // It has none when it has ended by itself.
      if (worker.threadId < 0) return
      const ended = new Promise((resolve) => worker.once('exit', resolve))
      worker.postMessage('stop' satisfies ToThread)
      await ended
    },
  }
}
