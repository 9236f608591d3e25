import { createHash } from 'node:crypto'
import { reportingChoices } from '@opentipline/formats'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Transaction } from '../../db/transaction.ts'
import type { Services } from '../../platform/services.ts'
import { entryRow } from '../ledger/index.ts'
import { sendAnswer } from './answer.ts'
import type { Reporter } from './authenticate.ts'
import type { Judged } from './judge-document.ts'
import { changeableSql, loadOpenReport, lockReport } from './load-report.ts'
import type { JudgeThread } from './judge-thread.ts'
import { readXml, refuseBrokenRules } from './read-xml.ts'
import { Refusal } from './refusal.ts'

const findFile = `
  select d.file_id is not null as described from file f left join file_details d on d.file_id = f.file_id
  where f.file_id = $1 and f.report_id = $2`

/** Stores the description where everything that the contract asks for holds; else nothing. */
const insert = `
  with touched as (
    update report set last_modified_at = $1
    where report_id = $2 and ${changeableSql} and (case when batched then $10::boolean else $11::boolean end)
      and exists (select from file f where f.file_id = $8 and f.report_id = $2)
      and not exists (select from file_details d where d.file_id = $8)
    returning report_id
  ), kept as (
    insert into document (report_id, environment, provider_id, kind, bytes, sha256, content_type, received_at)
    select report_id, $3, $4, 'fileinfo', $5, $6, $7, $1 from touched returning document_id
  ), described as (
    insert into file_details (file_id, report_id, environment, provider_id, document_id, model, received_at)
    select $8, $2, $3, $4, document_id, $9::jsonb, $1 from kept
  ), logged as (
    insert into ledger_entry (entry_id, at, actor, acting_for, action, object_kind, object_id, canonical)
    select $12::uuid, $13::timestamptz, $14, $15, $16, $17, $18, $19 from touched
  )
  select report_id from touched`

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
    const values = [
      now,
      reportId,
      credential.environment,
      credential.providerId,
      bytes,
      sha256,
      request.headers['content-type'] ?? null,
      fileId,
      judged.model,
      judged.problems.batched.length === 0,
      judged.problems.ordinary.length === 0,
      ...entry,
    ]
    if (!/^\d{1,16}$/.test(reportId)) throw new Refusal(5001)
    const rows = await services.database.atOnce(actor, [
      lockReport(reportId),
      { name: 'fileinfo', text: insert, values },
    ])
    if (rows.length === 0) await services.database.transaction(actor, (tx) => refuse(tx, judged))
    return sendAnswer(reply, 0, { reportId, fileId })
  }
}

/** Says why a description was not stored, in the contract's order: the report, the file, once only, the rules. */
const refuse = async (
  tx: Transaction,
  { reportId, fileId, problems }: Extract<Judged, { root: 'fileDetails' }>,
): Promise<never> => {
  const report = await loadOpenReport(tx, reportId)
  const [file] = await tx.prepared<{ described: boolean }>('reporting-find-file', findFile, [
    fileId,
    reportId,
  ])
  if (!file) throw new Refusal(5002)
  if (file.described)
    throw new Refusal(reportingChoices.secondFileDetailsCode, 'This file has been described already')
  refuseBrokenRules(report.batched ? problems.batched : problems.ordinary)
  throw new Error(`report ${reportId} is open and took no description`)
}
