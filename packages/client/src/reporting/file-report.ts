import type { Report } from '@opentipline/contract'
import type { Connection } from './attempt.ts'
import type { Source } from './body.ts'
import { type FileDescription, fileInfo } from './file-info.ts'
import { type Finished, finish } from './finish.ts'
import { ReportingError } from './reporting-error.ts'
import { retract } from './retract.ts'
import { submit } from './submit.ts'
import { type Uploaded, upload } from './upload.ts'

export type FileToSend = { source: Source; name?: string; description?: FileDescription }

export type Filed = { reportId: string; files: Uploaded[]; finished: Finished }

/** How a report that could not be filed was left. `open` reports expire by themselves. */
export type LeftState = 'retracted' | 'open' | 'finished' | 'unknown'

/** A report that was opened and could not be filed. `cause` is the error of the step that failed. */
export class FilingError extends Error {
  readonly reportId: string
  readonly left: LeftState
  constructor(reportId: string, left: LeftState, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause)
    super(`Report ${reportId} was not filed and is ${left}: ${why}`, { cause })
    this.name = 'FilingError'
    this.reportId = reportId
    this.left = left
  }
}

const sendFile = async (connection: Connection, reportId: string, file: FileToSend): Promise<Uploaded> => {
  const { source, name, description } = file
  const uploaded = await upload(connection, reportId, source, name === undefined ? {} : { name })
  if (description !== undefined) await fileInfo(connection, reportId, uploaded.fileId, description)
  return uploaded
}

/** Takes back what cannot be completed, so that no half report waits; says honestly if that failed too. */
const withdraw = async (connection: Connection, reportId: string): Promise<LeftState> => {
  try {
    const { state } = await retract(connection, reportId)
    return state === 'already finished' ? 'finished' : 'retracted'
  } catch (error) {
    return error instanceof ReportingError && error.outcome === 'unknown' ? 'unknown' : 'open'
  }
}

/** A finish of unknown outcome is not withdrawn: the report may be filed, and `finish` can be asked again. */
const finishOrTell = async (connection: Connection, reportId: string): Promise<Finished> => {
  try {
    return await finish(connection, reportId)
  } catch (error) {
    if (error instanceof ReportingError && error.outcome === 'unknown')
      throw new FilingError(reportId, 'unknown', error)
    throw error
  }
}

/**
 * The whole way: submit, each file with its description, finish.
 *
 * Throws a ReportingError where nothing was opened (its `outcome` tells whether that is certain), and a FilingError
 * where the report was opened: it has then been withdrawn, or the error says how it was left.
 */
export const fileReport = async (
  connection: Connection,
  report: Report | string,
  files: readonly FileToSend[],
): Promise<Filed> => {
  const { reportId } = await submit(connection, report)
  try {
    const uploaded: Uploaded[] = []
    for (const file of files) uploaded.push(await sendFile(connection, reportId, file))
    return { reportId, files: uploaded, finished: await finishOrTell(connection, reportId) }
  } catch (error) {
    if (error instanceof FilingError) throw error
    throw new FilingError(reportId, await withdraw(connection, reportId), error)
  }
}
