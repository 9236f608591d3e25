import {
  type DocumentRoot,
  documentLimits,
  parseDocument,
  problemText,
  type Problem,
  type WireDocument,
} from '@opentipline/formats'
import type { FastifyRequest } from 'fastify'
import { formForXmlCode } from './choices.ts'
import { Refusal } from './refusal.ts'

/**
 * The call's XML document: readable, with the right root, and valid.
 * @throws Refusal 4000 for a form, 4110 for what is no XML we take, 4100 for what breaks the schema
 */
export const readXml = (
  request: FastifyRequest,
  expectedRoot: DocumentRoot,
): { bytes: Buffer; document: WireDocument } => {
  const contentType = request.headers['content-type'] ?? ''
  if (/^(multipart\/|application\/x-www-form-urlencoded)/i.test(contentType))
    throw new Refusal(formForXmlCode, 'This call takes an XML document as its body, not a form')
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const parsed = parseDocument(bytes, { expectedRoot, charsetHeader: charsetOf(contentType) })
  if (!parsed.ok) throw new Refusal(parsed.code, problemLines(parsed.problems))
  return { bytes, document: parsed.document }
}

const charsetOf = (contentType: string): string | undefined =>
  /;\s*charset="?([^\s;"]+)/i.exec(contentType)?.[1]

/** One line a problem, where first: as the known service answers. */
export const problemLines = (problems: Problem[]): string => ['', ...problems.map(problemText)].join('\n')

/** Bytes of one XML body: the format's own limit, met before the body is held in memory. */
export const xmlBytesMax = documentLimits.sizeBytesMax
