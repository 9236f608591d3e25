import { Worker } from 'node:worker_threads'
import type { Judged, JudgeWish } from './judge-document.ts'

export type JudgeJob = { id: number; bytes: Uint8Array; wish: JudgeWish }
export type JudgeResult = { id: number; judged: Judged } | { id: number; failed: string }

type Waiting = { resolve: (judged: Judged) => void; reject: (error: Error) => void }

export type JudgeThread = {
  judge(bytes: Uint8Array, wish: JudgeWish): Promise<Judged>
  close(): Promise<void>
}

/**
 * Judges large documents in a thread, one after the other, so that none delays the other calls of the process. The
 * thread starts with the first large document.
 */
export const judgeThread = (): JudgeThread => {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let lastId = 0
  const failAll = (error: Error): void => {
    worker = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const start = (): Worker => {
    const started = new Worker(new URL('./judge-thread-main.ts', import.meta.url))
    started.on('message', (result: JudgeResult) => {
      const call = waiting.get(result.id)
      waiting.delete(result.id)
      if ('judged' in result) call?.resolve(result.judged)
      else call?.reject(new Error(result.failed))
    })
    started.on('error', failAll)
    started.on('exit', () => failAll(new Error('the thread that reads large documents ended')))
    return started
  }
  return {
    judge: (bytes, wish) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        waiting.set(id, { resolve, reject })
        worker ??= start()
        worker.postMessage({ id, bytes, wish } satisfies JudgeJob)
      }),
    close: async () => {
      await worker?.terminate()
    },
  }
}
