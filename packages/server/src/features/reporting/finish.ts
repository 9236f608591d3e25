import { printReportDoneResponse } from '@opentipline/formats'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../../platform/services.ts'
import { entryRow } from '../ledger/index.ts'
import { sendXml } from './answer.ts'
import type { Reporter } from './authenticate.ts'
import { loadOpenReport } from './load-report.ts'
import { readIdForm } from './read-id.ts'
import { Refusal } from './refusal.ts'

const listFiles = 'select file_id from file where report_id = $1 order by received_at, file_id'

/** Closes the report and hands it to the pipeline in one statement; a test report is closed and goes nowhere. */
const close = `
  with closed as (
    update report set state = 'finished', closed_at = $2 where report_id = $1 returning report_id, environment
  ), handed as (
    insert into work (report_id, revision, stage, not_before, entered_at)
    select report_id, 1, 'normalise', $2, $2 from closed where environment = 'live'
  )
  insert into ledger_entry (entry_id, at, actor, acting_for, action, object_kind, object_id, canonical)
  values ($3, $4, $5, $6, $7, $8, $9, $10)`

/** `POST /finish`: the report is complete. From the answer on it is ours to bring to a queue. */
export const finish = (services: Services) => {
  return async (request: FastifyRequest, reply: FastifyReply, reporter: Reporter): Promise<FastifyReply> => {
    const reportId = await readIdForm(request)
    if (!reporter.credential.mayUpdate) throw new Refusal(3300)
    const now = services.now()
    const fileIds = await services.database.transaction(reporter.actor, async (tx) => {
      const report = await loadOpenReport(tx, reportId, 'for update')
      const files = await tx.prepared<{ file_id: string }>('reporting-list-files', listFiles, [reportId])
      if (report.batched && files.length > 1)
        throw new Refusal(4100, 'A batched report may have one file at most. Retract it and file again')
      const entry = entryRow(reporter.actor, now, {
        action: 'report.finished',
        object: { kind: 'report', id: reportId },
        details: { files: files.length, environment: reporter.credential.environment },
      })
      await tx.prepared('reporting-finish', close, [reportId, now, ...entry])
      return files.map((file) => file.file_id)
    })
    services.wakePipeline()
    return sendXml(reply, 200, printReportDoneResponse({ code: 0, reportId, fileIds }))
  }
}
