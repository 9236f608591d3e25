/** The thread that reads large imports. */
import { answerJobs } from '../../platform/job-thread.ts'
import { readImport } from './read-import.ts'

answerJobs(readImport)
