import {
  type DocumentRoot,
  documentLimits,
  type Problem,
  problemText,
  workerThreadFromBytes,
} from '@opentipline/formats'
import type { FastifyRequest } from 'fastify'
import { formForXmlCode } from './choices.ts'
import { type Judged, judgeDocument, type JudgeWish } from './judge-document.ts'
import type { JudgeThread } from './judge-thread.ts'
import { Refusal } from './refusal.ts'

type JudgedAs<Root extends DocumentRoot> = Extract<Judged, { ok: true; root: Root }>

/** Bytes of one XML body: the format's own limit, met before the body is held in memory. */
export const xmlBytesMax = documentLimits.sizeBytesMax

/**
 * The call's XML document: readable, with the right root, and valid under the schema; what the rules say of it is for
 * the call to answer at its place.
 * @throws Refusal 4000 for a form, 4110 for what is no XML we take, 4100 for what breaks the schema
 */
export const readXml = async <Root extends 'report' | 'fileDetails'>(
  request: FastifyRequest,
  root: Root,
  now: Date,
  large: JudgeThread,
): Promise<{ bytes: Buffer; judged: JudgedAs<Root> }> => {
  const contentType = request.headers['content-type'] ?? ''
  if (/^(multipart\/|application\/x-www-form-urlencoded)/i.test(contentType))
    throw new Refusal(formForXmlCode, 'This call takes an XML document as its body, not a form')
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const wish: JudgeWish = { root, charset: charsetOf(contentType), nowMs: now.getTime() }
  const judged =
    bytes.length < workerThreadFromBytes ? judgeDocument(bytes, wish) : await large.run({ bytes, wish })
  if (!judged.ok) throw new Refusal(judged.code, problemLines(judged.problems))
  if (!isOf(judged, root)) throw new Error(`a document read as ${root} came back as ${judged.root}`)
  return { bytes, judged }
}

const isOf = <Root extends DocumentRoot>(judged: Judged, root: Root): judged is JudgedAs<Root> =>
  judged.ok && judged.root === root

const charsetOf = (contentType: string): string | undefined =>
  /;\s*charset="?([^\s;"]+)/i.exec(contentType)?.[1]

/** One line a problem, where first: as the known service answers. */
const problemLines = (problems: Problem[]): string => ['', ...problems.map(problemText)].join('\n')

/** @throws Refusal 4100 when a documented rule is broken */
export const refuseBrokenRules = (problems: Problem[]): void => {
  if (problems.length > 0) throw new Refusal(4100, problemLines(problems))
}
