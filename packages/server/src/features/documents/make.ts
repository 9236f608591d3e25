import { createHash } from 'node:crypto'
import type { DocumentRequest, MadeDocument } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { composeFor, type DocumentBooks } from './compose.ts'
import { readMade } from './load.ts'

/** Documents of one tip at most. */
const documentsMax = 200
/** Bytes of one document at most, in each form. */
const bytesMax = 8_000_000

/** JSON with its keys in order: the same facts are the same text. */
const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )

const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest()

/**
 * Makes a document and keeps it: its bytes in both forms, the facts it was made from, and the digests of all three. Nothing is
 * sent by that.
 * @throws Problem not-found, bad-request naming what the template asks for, too-large
 */
export const makeDocument = async (
  tx: Transaction,
  session: Session,
  books: DocumentBooks,
  tipId: string,
  wish: DocumentRequest,
  now: Date,
): Promise<MadeDocument> => {
  const made = await composeFor(tx, session, books, tipId, wish, now)
  const lacking = made.template.asks.filter((ask) => ask.required && made.entered[ask.id] === undefined)
  if (lacking.length > 0)
    throw new Problem(
      'bad-request',
      `Enter: ${lacking.map((ask) => ask.label).join(', ')}.`,
      lacking.map((ask) => ({ path: `/body/entered/${ask.id}`, message: `Enter: ${ask.label}` })),
    )
  if ((await readMade(tx, tipId)).length >= documentsMax)
    throw new Problem('too-large', `A tip has ${documentsMax} documents at most.`)
  const { template, input, entered, model } = made
  const facts = canonicalJson({ template, input, entered, model })
  // The printers are large and are read when the first document is made.
  const [{ printPdf }, { printDocx }] = await Promise.all([
    import('./print-pdf.ts'),
    import('./print-docx.ts'),
  ])
  const [pdf, docx] = [await printPdf(model, now), await printDocx(model, now)]
  if (pdf.length > bytesMax || docx.length > bytesMax)
    throw new Problem('too-large', 'The document would be larger than the limit.')
  const [row] = await tx.prepared<{ made_id: string }>(
    'document-make',
    `insert into made_document (tip_id, agency_id, person_id, kind, title, template_id, template_version, own, revision, made_from,
       facts_sha256, pdf, pdf_sha256, docx, docx_sha256, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) returning made_id`,
    [
      tipId,
      session.actor.agencyId,
      session.personId,
      wish.kind,
      model.title,
      template.templateId,
      template.version,
      template.own,
      input.revision,
      facts,
      sha256(facts),
      pdf,
      sha256(pdf),
      docx,
      sha256(docx),
      now,
    ],
  )
  const madeId = row?.made_id ?? ''
  await record(tx, now, {
    action: 'document.made',
    object: { kind: 'tip', id: tipId },
    details: {
      document: madeId,
      kind: wish.kind,
      facts: sha256(facts).toString('hex'),
      pdf: sha256(pdf).toString('hex'),
    },
  })
  const kept = (await readMade(tx, tipId)).find((each) => each.madeId === madeId)
  if (!kept) throw new Error('a document that was just kept is not there')
  return kept
}
