import { createHash } from 'node:crypto'
import {
  checkFileDetailsRules,
  reportingChoices,
  toFileDetails,
  type WireDocument,
} from '@opentipline/formats'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Transaction } from '../../db/transaction.ts'
import type { Services } from '../../platform/services.ts'
import { entryRow } from '../ledger/index.ts'
import { sendAnswer } from './answer.ts'
import type { Reporter } from './authenticate.ts'
import type { Judged } from './judge-document.ts'
import { loadOpenReport } from './load-report.ts'
import type { JudgeThread } from './judge-thread.ts'
import { readXml, refuseBrokenRules } from './read-xml.ts'
import { Refusal } from './refusal.ts'

const findFile = `
  select d.file_id is not null as described from file f left join file_details d on d.file_id = f.file_id
  where f.file_id = $1 and f.report_id = $2`

const insert = `
  with touched as (
    update report set last_modified_at = $1 where report_id = $2
  ), kept as (
    insert into document (report_id, environment, provider_id, kind, bytes, sha256, content_type, received_at)
    values ($2, $3, $4, 'fileinfo', $5, $6, $7, $1) returning document_id
  ), described as (
    insert into file_details (file_id, report_id, environment, provider_id, document_id, model, received_at)
    select $8, $2, $3, $4, document_id, $9::jsonb, $1 from kept
  )
  insert into ledger_entry (entry_id, at, actor, acting_for, action, object_kind, object_id, canonical)
  values ($10, $11, $12, $13, $14, $15, $16, $17)`

/** `POST /fileinfo`: what the provider says of one uploaded file, once. */
export const fileinfo = (services: Services, large: JudgeThread) => {
  return async (request: FastifyRequest, reply: FastifyReply, reporter: Reporter): Promise<FastifyReply> => {
    const now = services.now()
    const { bytes, judged } = await readXml(request, 'fileDetails', now, large)
    const { credential, actor } = reporter
    if (!credential.mayUpdate) throw new Refusal(3300)
    const { reportId, fileId } = judged
    const sha256 = createHash('sha256').update(bytes).digest()
    const entry = entryRow(actor, now, {
      action: 'report.file-described',
      object: { kind: 'report', id: reportId },
      details: { file: fileId, sha256: sha256.toString('hex') },
    })
    await services.database.transaction(actor, async (tx) => {
      await checkTarget(tx, judged)
      await tx.prepared('reporting-fileinfo', insert, [
        now,
        reportId,
        credential.environment,
        credential.providerId,
        bytes,
        sha256,
        request.headers['content-type'] ?? null,
        fileId,
        judged.model,
        ...entry,
      ])
    })
    return sendAnswer(reply, 0, { reportId, fileId })
  }
}

/** In the contract's order: the report, the file, once only, the rules. The report is locked: two at once are one after the other. */
const checkTarget = async (
  tx: Transaction,
  { reportId, fileId, problems }: Extract<Judged, { root: 'fileDetails' }>,
): Promise<void> => {
  if (!/^\d{1,16}$/.test(reportId)) throw new Refusal(5001)
  const report = await loadOpenReport(tx, reportId, 'for update')
  const [file] = await tx.prepared<{ described: boolean }>('reporting-find-file', findFile, [
    fileId,
    reportId,
  ])
  if (!file) throw new Refusal(5002)
  if (file.described)
    throw new Refusal(reportingChoices.secondFileDetailsCode, 'This file has been described already')
  refuseBrokenRules(report.batched ? problems.batched : problems.ordinary)
}
