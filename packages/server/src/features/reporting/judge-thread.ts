import { type JobThread, openJobThread } from '../../platform/job-thread.ts'
import type { Judged, JudgeWish } from './judge-document.ts'

export type JudgeJob = { bytes: Uint8Array; wish: JudgeWish }
export type JudgeThread = JobThread<JudgeJob, Judged>

/** Judges large documents in a thread, one after the other, so that none delays the other calls of the process. */
export const judgeThread = (): JudgeThread =>
  openJobThread(new URL('./judge-thread-main.ts', import.meta.url), 'reads large documents')
