/** The thread that reads large documents. */
import { parentPort } from 'node:worker_threads'
import { judgeDocument } from './judge-document.ts'
import type { JudgeJob, JudgeResult } from './judge-thread.ts'

const answer = (result: JudgeResult): void => parentPort?.postMessage(result)

parentPort?.on('message', ({ id, bytes, wish }: JudgeJob) => {
  try {
    answer({ id, judged: judgeDocument(bytes, wish) })
  } catch (error) {
    answer({ id, failed: error instanceof Error ? error.name : 'unknown' })
  }
})
