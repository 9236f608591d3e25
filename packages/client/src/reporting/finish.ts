import { readReportDoneResponse } from '@opentipline/formats'
import { attempt, type Connection } from './attempt.ts'
import { formBody } from './body.ts'
import { valueOf } from './read-answer.ts'
import { ReportingError } from './reporting-error.ts'

/** `already finished`: an earlier call, of ours or another, finished it. Either way the report is filed. */
export type Finished = { state: 'finished'; fileIds: readonly string[] } | { state: 'already finished' }

/** Code 5102: on `finish` it means that the report is filed, which is what was asked for. */
export const codeAlreadyFinished = 5102

/**
 * Files an open report. It may be repeated freely: a report is finished once, and a later call is told so.
 * A retracted or expired report (5101) is refused.
 */
export const finish = async (connection: Connection, reportId: string): Promise<Finished> => {
  const request = { method: 'POST', path: '/finish', body: formBody({ id: reportId }) } as const
  try {
    const success = await attempt(connection, 'finish', request, 'always')
    const { fileIds } = valueOf('finish', success, readReportDoneResponse(success.bytes))
    return { state: 'finished', fileIds }
  } catch (error) {
    if (error instanceof ReportingError && error.code === codeAlreadyFinished)
      return { state: 'already finished' }
    throw error
  }
}
