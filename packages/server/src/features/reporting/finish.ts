import { printReportDoneResponse } from '@opentipline/formats'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Transaction } from '../../db/transaction.ts'
import type { Services } from '../../platform/services.ts'
import { entryRow } from '../ledger/index.ts'
import { sendXml } from './answer.ts'
import type { Reporter } from './authenticate.ts'
import { changeableSql, loadOpenReport, lockReport } from './load-report.ts'
import { readIdForm } from './read-id.ts'
import { Refusal } from './refusal.ts'

/**
 * Closes the report and hands it to the pipeline in one statement, and gives its files; a test report is closed and goes
 * nowhere. The report is locked before, so that no file can come between.
 */
const close = `
  with closed as (
    update report set state = 'finished', closed_at = $2
    where report_id = $1 and ${changeableSql}
      and not (batched and (select count(*) from file where report_id = $1) > 1)
    returning report_id, environment
  ), handed as (
    insert into work (report_id, revision, stage, not_before, entered_at)
    select report_id, 1, 'normalise', $2, $2 from closed where environment = 'live'
  ), logged as (
    insert into ledger_entry (entry_id, at, actor, acting_for, action, object_kind, object_id, canonical)
    select $3::uuid, $4::timestamptz, $5, $6, $7, $8, $9, $10 from closed
  )
  select array_to_string(array(select file_id from file where report_id = $1 order by received_at, file_id), ',') from closed`

/** `POST /finish`: the report is complete. From the answer on it is ours to bring to a queue. */
export const finish = (services: Services) => {
  return async (request: FastifyRequest, reply: FastifyReply, reporter: Reporter): Promise<FastifyReply> => {
    const reportId = await readIdForm(request)
    if (!reporter.credential.mayUpdate) throw new Refusal(3300)
    const now = services.now()
    const entry = entryRow(reporter.actor, now, {
      action: 'report.finished',
      object: { kind: 'report', id: reportId },
      details: { environment: reporter.credential.environment },
    })
    const [closed] = await services.database.atOnce(reporter.actor, [
      lockReport(reportId),
      { name: 'finish', text: close, values: [reportId, now, ...entry] },
    ])
    if (!closed) return services.database.transaction(reporter.actor, (tx) => refuse(tx, reportId))
    const fileIds = (closed[0] ?? '').split(',').filter((id) => id !== '')
    services.wakePipeline()
    return sendXml(reply, 200, printReportDoneResponse({ code: 0, reportId, fileIds }))
  }
}

/** Says why a report was not closed. */
const refuse = async (tx: Transaction, reportId: string): Promise<never> => {
  const report = await loadOpenReport(tx, reportId)
  if (report.batched)
    throw new Refusal(4100, 'A batched report may have one file at most. Retract it and file again')
  throw new Error(`report ${reportId} is open and could not be finished`)
}
