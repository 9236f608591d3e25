import { parentPort, Worker } from 'node:worker_threads'

type Job<Wish> = { id: number; wish: Wish }
type Done<Result> = { id: number; result: Result } | { id: number; failed: string }

export type JobThread<Wish, Result> = {
  /** Does one job; jobs are done one after the other. @throws Error when the thread failed at it or ended */
  run(wish: Wish): Promise<Result>
  close(): Promise<void>
}

/**
 * A thread for work that would hold up every other call of the process. It starts with its first job. What goes in and
 * comes out are plain values, which are copied.
 * @param main the module that the thread runs, which calls `answerJobs`
 */
export const openJobThread = <Wish, Result>(main: URL, what: string): JobThread<Wish, Result> => {
  const waiting = new Map<number, { resolve: (result: Result) => void; reject: (error: Error) => void }>()
  let worker: Worker | undefined
  let lastId = 0
  const failAll = (error: Error): void => {
    worker = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const start = (): Worker => {
    const started = new Worker(main)
    started.on('message', (done: Done<Result>) => {
      const call = waiting.get(done.id)
      waiting.delete(done.id)
      if ('failed' in done) call?.reject(new Error(done.failed))
      else call?.resolve(done.result)
    })
    started.on('error', failAll)
    started.on('exit', () => failAll(new Error(`the thread that ${what} ended`)))
    return started
  }
  return {
    run: (wish) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        waiting.set(id, { resolve, reject })
        worker ??= start()
        worker.postMessage({ id, wish } satisfies Job<Wish>)
      }),
    close: async () => {
      await worker?.terminate()
    },
  }
}

/** What the thread's own module calls. Of an error only its name goes back: a message may quote a document. */
export const answerJobs = <Wish, Result>(work: (wish: Wish) => Result): void => {
  const answer = (done: Done<Result>): void => parentPort?.postMessage(done)
  parentPort?.on('message', ({ id, wish }: Job<Wish>) => {
    try {
      answer({ id, result: work(wish) })
    } catch (error) {
      answer({ id, failed: error instanceof Error ? error.name : 'unknown' })
    }
  })
}
