import { Worker } from 'node:worker_threads'
import type { SealingReply, SealingRequest } from './messages.ts'
import type { Tally } from './seal-object.ts'

export interface SealedBatch {
  sealed: Uint8Array
  /** Only with the last batch. */
  tally: Tally | undefined
}

/** One object's way through a thread. */
export interface SealingJob {
  /** Gives `plaintext` away: its memory moves to the thread. Rejects when the thread fails or ends. */
  send(plaintext: Uint8Array<ArrayBuffer>, isLast: boolean): Promise<SealedBatch>
  /** To be called in every case, last. */
  close(): void
}

export interface ThreadLink {
  begin(objectId: string, dataKey: Uint8Array): SealingJob
  jobCount(): number
}

interface Waiter {
  resolve(batch: SealedBatch): void
  reject(error: Error): void
}

/** Starts a sealing thread. `onEnd` is told once, when it can take no more jobs. */
export function startThread(onEnd: (link: ThreadLink) => void): ThreadLink {
  const worker = new Worker(new URL('./sealing-thread.ts', import.meta.url), { name: 'vault-sealing' })
  const waiters = new Map<number, Waiter[]>()
  let nextJobId = 1
  const request = (message: SealingRequest): void => {
    worker.postMessage(message, message.kind === 'batch' ? [message.plaintext.buffer] : [])
  }
  const fail = (error: Error): void => {
    onEnd(link)
    for (const waiter of [...waiters.values()].flat()) waiter.reject(error)
    waiters.clear()
  }

  worker.on('message', (reply: SealingReply) => {
    const waiter = waiters.get(reply.jobId)?.shift()
    if (reply.kind === 'sealed') waiter?.resolve(reply)
    else waiter?.reject(new Error(`The sealing thread failed: ${reply.message}`))
  })
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('The sealing thread has ended.')))
  // An idle thread does not keep the process alive.
  worker.unref()

  const link: ThreadLink = {
    jobCount: () => waiters.size,
    begin(objectId, dataKey) {
      const jobId = nextJobId
      nextJobId += 1
      waiters.set(jobId, [])
      worker.ref()
      request({ kind: 'begin', jobId, objectId, dataKey })
      return {
        send: (plaintext, isLast) =>
          new Promise((resolve, reject) => {
            const queue = waiters.get(jobId)
            if (queue === undefined) return reject(new Error('The sealing thread has ended.'))
            queue.push({ resolve, reject })
            request({ kind: 'batch', jobId, plaintext, isLast })
          }),
        close() {
          if (waiters.delete(jobId)) request({ kind: 'abandon', jobId })
          if (waiters.size === 0) worker.unref()
        },
      }
    },
  }
  return link
}
