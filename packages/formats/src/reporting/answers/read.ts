import { XmlDocument, XmlLibError } from 'libxml2-wasm'
import { decodeDocument } from '../xml/decode.ts'
import { scanDocument } from '../xml/scan.ts'
import { childNamed, childrenNamed, treeOf, type WireNode } from '../xml/tree.ts'
import type { ReportDoneResponse, ReportResponse } from './print.ts'

export type AnswerRead<T> = { ok: true; value: T } | { ok: false; message: string }

/** Bytes of one answer. The contract keeps them small; anything larger is not one. */
const answerBytesMax = 4 * 1024 * 1024

const rootOf = (bytes: Uint8Array): WireNode | string => {
  if (bytes.length > answerBytesMax) return `The answer is larger than ${answerBytesMax} bytes`
  const decoded = decodeDocument(bytes)
  if (!decoded.ok) return decoded.message
  const { stop } = scanDocument(decoded.text)
  if (stop) return stop.message
  try {
    const document = XmlDocument.fromBuffer(decoded.utf8, { encoding: 'UTF-8' })
    try {
      return treeOf(document)
    } finally {
      document.dispose()
    }
  } catch (error) {
    if (error instanceof XmlLibError) return `The answer is not XML: ${error.message.trim()}`
    throw error
  }
}

const nonBlank = (node: WireNode, name: string): string | undefined => {
  const text = childNamed(node, name)?.text.trim()
  return text === '' ? undefined : text
}

const codeOf = (node: WireNode): number | undefined => {
  const text = nonBlank(node, 'responseCode')
  return text !== undefined && /^[+-]?\d{1,10}$/.test(text) ? Number(text) : undefined
}

const expected = <T>(
  bytes: Uint8Array,
  name: string,
  read: (root: WireNode, code: number) => AnswerRead<T>,
): AnswerRead<T> => {
  const root = rootOf(bytes)
  if (typeof root === 'string') return { ok: false, message: root }
  if (root.name !== name) return { ok: false, message: `Expected <${name}>, got <${root.name}>` }
  const code = codeOf(root)
  return code === undefined ? { ok: false, message: 'The answer has no response code' } : read(root, code)
}

/** Reads a `reportResponse`, of this server or another. Never throws for what the other side sent. */
export const readReportResponse = (bytes: Uint8Array): AnswerRead<ReportResponse> =>
  expected(bytes, 'reportResponse', (root, code) => {
    const ids = {
      reportId: nonBlank(root, 'reportId'),
      fileId: nonBlank(root, 'fileId'),
      hash: nonBlank(root, 'hash'),
    }
    const given = Object.entries(ids).filter(([, value]) => value !== undefined)
    const description = childNamed(root, 'responseDescription')?.text ?? ''
    return { ok: true, value: { code, description, ...Object.fromEntries(given) } }
  })

/** Reads a `reportDoneResponse`. An answer without a report id is not one. */
export const readReportDoneResponse = (bytes: Uint8Array): AnswerRead<ReportDoneResponse> =>
  expected(bytes, 'reportDoneResponse', (root, code) => {
    const reportId = nonBlank(root, 'reportId')
    if (reportId === undefined) return { ok: false, message: 'The answer has no report id' }
    const fileIds = childrenNamed(childNamed(root, 'files'), 'fileId').map((node) => node.text.trim())
    return { ok: true, value: { code, reportId, fileIds } }
  })
