import {
  checkFileDetailsRules,
  checkReportRules,
  type DocumentRoot,
  isBatched,
  parseDocument,
  type Problem,
  type RefusalCode,
  toFileDetails,
  toReport,
} from '@opentipline/formats'

/** All that a call needs to know of its document, as plain values that may cross from one thread to another. */
export type Judged =
  | { ok: false; code: RefusalCode; problems: Problem[] }
  | { ok: true; root: 'report'; batched: boolean; model: string; problems: Problem[] }
  | {
      ok: true
      root: 'fileDetails'
      reportId: string
      fileId: string
      model: string
      /** What the rules say where the report is an ordinary one, and where it is batched. */
      problems: { ordinary: Problem[]; batched: Problem[] }
    }

export type JudgeWish = { root: DocumentRoot; charset: string | undefined; nowMs: number }

/** Reads, validates and maps one document. Pure; it takes about 0.4 ms for 3 KB. */
export const judgeDocument = (bytes: Uint8Array, { root, charset, nowMs }: JudgeWish): Judged => {
  const parsed = parseDocument(bytes, { expectedRoot: root, charsetHeader: charset })
  if (!parsed.ok) return parsed
  const { document } = parsed
  const now = new Date(nowMs)
  if (document.rootName === 'report') {
    const { problems } = checkReportRules(document, { now })
    const model = JSON.stringify(toReport(document))
    return { ok: true, root: 'report', batched: isBatched(document), model, problems }
  }
  const { reportId, fileId, file } = toFileDetails(document)
  const problems = {
    ordinary: checkFileDetailsRules(document, { now, batched: false }).problems,
    batched: checkFileDetailsRules(document, { now, batched: true }).problems,
  }
  return { ok: true, root: 'fileDetails', reportId, fileId, model: JSON.stringify(file), problems }
}
