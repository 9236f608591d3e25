import { LedgerError, type LedgerErrorCode } from './error.ts'

/** Standard padded base64 (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}

/**
 * Reads base64 strictly: encoding the answer again must give the same text. Otherwise two texts would carry the
 * same signature or hash, and a changed byte would go unseen.
 */
export function fromBase64(text: string, code: LedgerErrorCode, what: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.toString('base64') !== text) throw new LedgerError(code, `${what} is not canonical base64`)
  return bytes
}
