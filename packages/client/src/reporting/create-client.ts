import type { Report } from '@opentipline/contract'
import type { Connection } from './attempt.ts'
import type { Source } from './body.ts'
import { type FileDescription, fileInfo, fileInfoXml } from './file-info.ts'
import { type Filed, type FileToSend, fileReport } from './file-report.ts'
import { type Finished, finish } from './finish.ts'
import { type ReportingClientOptions, settingsOf } from './options.ts'
import { type Retracted, retract } from './retract.ts'
import { type ServerStatus, schema, status } from './status.ts'
import { type Submitted, submit } from './submit.ts'
import { createTransport } from './transport.ts'
import { type Uploaded, type UploadOptions, upload } from './upload.ts'

/** The calls of the Reporting API. Each rejects with a ReportingError whose `outcome` tells what was left behind. */
export type ReportingClient = {
  status: () => Promise<ServerStatus>
  schema: () => Promise<string>
  submit: (report: Report | string) => Promise<Submitted>
  upload: (reportId: string, source: Source, options?: UploadOptions) => Promise<Uploaded>
  fileInfo: (reportId: string, fileId: string, description: FileDescription) => Promise<void>
  fileInfoXml: (xml: string) => Promise<void>
  finish: (reportId: string) => Promise<Finished>
  retract: (reportId: string) => Promise<Retracted>
  /** Submit, every file with its description, finish; withdraws what cannot be completed (FilingError). */
  fileReport: (report: Report | string, files?: readonly FileToSend[]) => Promise<Filed>
  /** Ends the connections that are kept open. */
  close: () => void
}

/** A client for one server and one account. Throws a TypeError for faulty options; sends nothing yet. */
export const createReportingClient = (options: ReportingClientOptions): ReportingClient => {
  const settings = settingsOf(options)
  const transport = createTransport(settings)
  const connection: Connection = { settings, transport }
  return {
    status: () => status(connection),
    schema: () => schema(connection),
    submit: (report) => submit(connection, report),
    upload: (reportId, source, uploadOptions) => upload(connection, reportId, source, uploadOptions),
    fileInfo: (reportId, fileId, description) => fileInfo(connection, reportId, fileId, description),
    fileInfoXml: (xml) => fileInfoXml(connection, xml),
    finish: (reportId) => finish(connection, reportId),
    retract: (reportId) => retract(connection, reportId),
    fileReport: (report, files = []) => fileReport(connection, report, files),
    close: transport.close,
  }
}
