import type { DocumentSend, MadeDocument } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'

type Row = {
  made_id: string
  kind: MadeDocument['kind']
  title: string
  template_id: string
  template_version: number
  own: boolean
  revision: number
  facts_sha256: Buffer
  pdf_sha256: Buffer
  docx_sha256: Buffer
  made_at: Date
  made_by: string
}
type SendRow = { made_id: string; sent_to: string; how: string; at: Date; by: string; recorded_at: Date }

/** The documents of a tip, the newest first, with what was said of their sending. Never their bytes. */
export const readMade = async (tx: Transaction, tipId: string): Promise<MadeDocument[]> => {
  const rows = await tx.prepared<Row>(
    'documents-made',
    `select d.made_id, d.kind, d.title, d.template_id, d.template_version, d.own, d.revision, d.facts_sha256, d.pdf_sha256,
       d.docx_sha256, d.made_at, p.name as made_by
     from made_document d join person p using (person_id) where d.tip_id = $1 order by d.made_id desc`,
    [tipId],
  )
  const sends = await tx.prepared<SendRow>(
    'documents-sent',
    `select s.made_id, s.sent_to, s.how, s.at, p.name as by, s.recorded_at
     from document_send s join person p using (person_id) join made_document d using (made_id)
     where d.tip_id = $1 order by s.send_id`,
    [tipId],
  )
  return rows.map((row) => ({
    madeId: row.made_id,
    kind: row.kind,
    title: row.title,
    templateId: row.template_id,
    templateVersion: row.template_version,
    own: row.own,
    revision: row.revision,
    factsSha256: row.facts_sha256.toString('hex'),
    pdfSha256: row.pdf_sha256.toString('hex'),
    docxSha256: row.docx_sha256.toString('hex'),
    madeAt: row.made_at.toISOString(),
    madeBy: row.made_by,
    sends: sends.filter((send) => send.made_id === row.made_id).map(sendOf),
  }))
}

const sendOf = (row: SendRow): DocumentSend => ({
  to: row.sent_to,
  how: row.how,
  at: row.at.toISOString(),
  by: row.by,
  recordedAt: row.recorded_at.toISOString(),
})
