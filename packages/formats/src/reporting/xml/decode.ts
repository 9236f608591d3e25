import { charsetHeaderUse, declaredEncodings } from '../choices.ts'

/** The text of a document without its byte order mark, and the same as UTF-8 bytes for the parser. */
export type Decoded = { ok: true; text: string; utf8: Uint8Array }
export type Undecodable = { ok: false; message: string }

const fail = (message: string): Undecodable => ({ ok: false, message })

type Bom = { encoding: 'utf-8' | 'utf-16le' | 'utf-16be'; length: number }
const bomOf = (bytes: Uint8Array): Bom | 'utf-32' | undefined => {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32' : { encoding: 'utf-16le', length: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 }
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'utf-32' : undefined
}

/** Longest prefix in which an XML declaration can stand. */
const declarationBytesMax = 256
const declarationPattern = /^<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["'][^>]*\?>/

const declaredIn = (start: string): string | undefined => declarationPattern.exec(start)?.[1]?.toLowerCase()

const latin1ChunkLength = 8192
const latin1 = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += latin1ChunkLength)
    text += String.fromCharCode(...bytes.subarray(at, at + latin1ChunkLength))
  return text
}

const strictly = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const asText = (text: string): Decoded => ({ ok: true, text, utf8: new TextEncoder().encode(text) })

const decodeMarked = (bytes: Uint8Array, bom: Bom): Decoded | Undecodable => {
  const body = bytes.subarray(bom.length)
  const text = strictly(body, bom.encoding)
  if (text === undefined)
    return fail(`The bytes are not valid ${bom.encoding.toUpperCase()}, which the byte order mark announces`)
  const declared = declaredIn(text.slice(0, declarationBytesMax))
  const family = bom.encoding === 'utf-8' ? ['utf-8', 'utf8'] : ['utf-16', bom.encoding]
  if (declared !== undefined && !family.includes(declared))
    return fail(
      `The byte order mark says ${bom.encoding.toUpperCase()} and the XML declaration says ${declared}`,
    )
  return bom.encoding === 'utf-8' ? { ok: true, text, utf8: body } : asText(text)
}

const decodeUnmarked = (bytes: Uint8Array, charset: string | undefined): Decoded | Undecodable => {
  const declared = declaredIn(latin1(bytes.subarray(0, declarationBytesMax)))
  const known = declared === undefined ? 'utf-8' : declaredEncodings[declared]
  if (known === undefined) return fail(`Documents in ${declared} are not taken; send UTF-8`)
  if (known === 'iso-8859-1') return asText(latin1(bytes))
  const text = strictly(bytes, 'utf-8')
  if (text !== undefined) {
    if (known === 'us-ascii' && text.length !== bytes.length)
      return fail('The bytes are not US-ASCII, as declared')
    return { ok: true, text, utf8: bytes }
  }
  if (declared === undefined && charsetHeaderUse === 'when not utf-8' && charset === 'iso-8859-1')
    return asText(latin1(bytes))
  return fail('The bytes are not valid UTF-8')
}

/**
 * Decodes a document by the rules of XML 1.0 section 4.3.3 and appendix F: byte order mark, then declaration,
 * then UTF-8; never guessing, never replacing a bad byte. `charset` is the parameter of the HTTP content type.
 */
export const decodeDocument = (bytes: Uint8Array, charset?: string): Decoded | Undecodable => {
  if (bytes.length === 0) return fail('The document is empty')
  const bom = bomOf(bytes)
  if (bom === 'utf-32') return fail('UTF-32 is not taken; send UTF-8')
  const decoded = bom ? decodeMarked(bytes, bom) : decodeUnmarked(bytes, charset?.trim().toLowerCase())
  if (decoded.ok && decoded.text.includes('\0')) return fail('The document contains a NUL character')
  return decoded
}
