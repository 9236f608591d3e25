import { leJsonLimits } from './limits.ts'
import type { LeJsonProblem } from './parse.ts'

export type Decoded =
  | { ok: true; text: string; byteOrderMark: boolean }
  | { ok: false; problem: LeJsonProblem }

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

const refuse = (message: string): Decoded => ({ ok: false, problem: { path: '', message } })

/** Bytes to text: UTF-8 with or without a byte order mark (the files as downloaded may carry one). Total. */
export const decodeUtf8 = (bytes: Uint8Array): Decoded => {
  if (bytes.length > leJsonLimits.documentBytesMax)
    return refuse(`larger than the limit of ${leJsonLimits.documentBytesMax} bytes`)
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff))
    return refuse('this is UTF-16; expected UTF-8')
  const byteOrderMark = startsWith(bytes, 0xef, 0xbb, 0xbf)
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      byteOrderMark ? bytes.subarray(3) : bytes,
    )
    return /^\s*$/.test(text) ? refuse('the document is empty') : { ok: true, text, byteOrderMark }
  } catch {
    // `fatal` throws a TypeError for bytes that are not UTF-8, and for nothing else.
    return refuse('the bytes are not UTF-8')
  }
}
