import type { Report } from '@opentipline/contract'
import { printReport } from '@opentipline/formats'
import { attempt, type Connection } from './attempt.ts'
import { xmlBody } from './body.ts'
import { promised } from './read-answer.ts'

export type Submitted = { reportId: string; requestId?: string }

/**
 * Opens a report. Two identical submissions open two reports, so it is repeated only where the server cannot have
 * stored the first; a connection that breaks after sending gives outcome `unknown`.
 * @param report the model, or the XML of a `<report>` document as it is to be sent.
 */
export const submit = async (connection: Connection, report: Report | string): Promise<Submitted> => {
  const xml = typeof report === 'string' ? report : printReport(report)
  const request = { method: 'POST', path: '/submit', body: xmlBody(xml) } as const
  const success = await attempt(connection, 'submit', request, 'when nothing was stored')
  const { requestId } = success
  return {
    reportId: promised('submit', success, 'reportId'),
    ...(requestId === undefined ? {} : { requestId }),
  }
}
