import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'
import { sendAnswer } from './answer.ts'
import type { Reporter } from './authenticate.ts'
import { loadOpenReport } from './load-report.ts'
import { readIdForm } from './read-id.ts'
import { Refusal } from './refusal.ts'

const close = `update report set state = 'retracted', closed_at = $2 where report_id = $1`

/** `POST /retract`: the provider takes an unfinished report back. Its id stays remembered, as retracted. */
export const retract = (services: Services) => {
  return async (request: FastifyRequest, reply: FastifyReply, reporter: Reporter): Promise<FastifyReply> => {
    const reportId = await readIdForm(request)
    if (!reporter.credential.mayUpdate) throw new Refusal(3300)
    const now = services.now()
    await services.database.transaction(reporter.actor, async (tx) => {
      await loadOpenReport(tx, reportId, 'for update')
      await tx.prepared('reporting-retract', close, [reportId, now])
      await record(tx, now, { action: 'report.retracted', object: { kind: 'report', id: reportId } })
    })
    return sendAnswer(reply, 0, { reportId })
  }
}
