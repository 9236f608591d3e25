/** The thread that reads large documents. */
import { answerJobs } from '../../platform/job-thread.ts'
import { judgeDocument } from './judge-document.ts'
import type { JudgeJob } from './judge-thread.ts'

answerJobs(({ bytes, wish }: JudgeJob) => judgeDocument(bytes, wish))
