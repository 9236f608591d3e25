import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../../platform/services.ts'
import { entryRow } from '../ledger/index.ts'
import { sendAnswer } from './answer.ts'
import type { Reporter } from './authenticate.ts'
import type { JudgeThread } from './judge-thread.ts'
import { readXml, refuseBrokenRules } from './read-xml.ts'
import { Refusal } from './refusal.ts'
import { reportIds } from './report-ids.ts'

const insert = `
  with opened as (
    insert into report (report_id, environment, origin, provider_id, credential_id, state, batched, opened_at, last_modified_at)
    values ($1, $2, 'reporting-xml', $3, $4, 'open', $5, $6, $6)
  ), kept as (
    insert into document (report_id, environment, provider_id, kind, bytes, sha256, content_type, received_at)
    values ($1, $2, $3, 'submit', $7, $8, $9, $6) returning document_id
  ), revised as (
    insert into report_revision (report_id, environment, provider_id, revision, document_id, model, received_at)
    select $1, $2, $3, 1, document_id, $10::jsonb, $6 from kept
  )
  insert into ledger_entry (entry_id, at, actor, acting_for, action, object_kind, object_id, canonical)
  values ($11, $12, $13, $14, $15, $16, $17, $18)`

/** `POST /submit`: opens a report. The document as received, its digest and its model are stored before the answer. */
export const submit = (services: Services, large: JudgeThread) => {
  const nextId = reportIds(services)
  return async (request: FastifyRequest, reply: FastifyReply, reporter: Reporter): Promise<FastifyReply> => {
    const now = services.now()
    const { bytes, judged } = await readXml(request, 'report', now, large)
    const { credential, actor } = reporter
    if (!credential.maySubmit) throw new Refusal(3100)
    refuseBrokenRules(judged.problems)
    const sha256 = createHash('sha256').update(bytes).digest()
    const reportId = await nextId(actor)
    const entry = entryRow(actor, now, {
      action: 'report.submitted',
      object: { kind: 'report', id: reportId },
      details: { sha256: sha256.toString('hex'), environment: credential.environment, bytes: bytes.length },
    })
    const values = [
      reportId,
      credential.environment,
      credential.providerId,
      credential.credentialId,
      judged.batched,
      now,
      bytes,
      sha256,
      request.headers['content-type'] ?? null,
      judged.model,
      ...entry,
    ]
    await services.database.atOnce(actor, [{ name: 'submit', text: insert, values }])
    return sendAnswer(reply, 0, { reportId })
  }
}
