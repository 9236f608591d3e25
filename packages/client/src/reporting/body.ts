import { randomUUID } from 'node:crypto'
import type { Body } from './transport.ts'

/** Bytes to upload. A stream can be read once; a function that opens one lets a refused upload be repeated. */
export type Source = Uint8Array | AsyncIterable<Uint8Array> | (() => AsyncIterable<Uint8Array>)

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const ofText = (contentType: string, text: string): Body => ({
  kind: 'whole',
  contentType,
  bytes: Buffer.from(text, 'utf8'),
})

export const xmlBody = (xml: string): Body => ofText('text/xml; charset=utf-8', xml)

export const formBody = (fields: Record<string, string>): Body =>
  ofText('application/x-www-form-urlencoded', new URLSearchParams(fields).toString())

/** A file name inside a quoted parameter, as browsers write it: three characters escaped, the rest UTF-8. */
const quoted = (name: string): string =>
  name.replace(/["\r\n]/g, (character) => (character === '"' ? '%22' : character === '\r' ? '%0D' : '%0A'))

const openSource = (source: Source): AsyncIterable<Uint8Array> => {
  if (source instanceof Uint8Array) return once(source)
  return typeof source === 'function' ? source() : source
}

/** Whether the source can be read a second time. */
export const canReopen = (source: Source): boolean =>
  source instanceof Uint8Array || typeof source === 'function'

/** What stands before and after the file in `multipart/form-data` with `id` and `file`. */
const frame = (reportId: string, name: string): { contentType: string; head: Buffer; tail: Buffer } => {
  const boundary = `opentipline-${randomUUID()}`
  const disposition = 'Content-Disposition: form-data; name='
  const head = Buffer.from(
    `--${boundary}\r\n${disposition}"id"\r\n\r\n${reportId}\r\n` +
      `--${boundary}\r\n${disposition}"file"; filename="${quoted(name)}"\r\n` +
      'Content-Type: application/octet-stream\r\n\r\n',
  )
  const contentType = `multipart/form-data; boundary=${boundary}`
  return { contentType, head, tail: Buffer.from(`\r\n--${boundary}--\r\n`) }
}

/**
 * An upload, streamed: never more than a chunk of the source is held.
 * @param begun is called whenever the source is opened, `seen` with every chunk of the file as it goes out.
 */
export const streamedUpload = (
  reportId: string,
  source: Source,
  name: string,
  tell: { begun: () => void; seen: (chunk: Uint8Array) => void },
): Body => {
  const { contentType, head, tail } = frame(reportId, name)
  const open = async function* (): AsyncGenerator<Uint8Array> {
    tell.begun()
    yield head
    for await (const chunk of openSource(source)) {
      tell.seen(chunk)
      yield chunk
    }
    yield tail
  }
  const length = source instanceof Uint8Array ? head.length + source.length + tail.length : undefined
  return { kind: 'streamed', contentType, length, open }
}

/** An upload of bytes that are in memory, in one piece. */
export const wholeUpload = (reportId: string, bytes: Uint8Array, name: string): Body => {
  const { contentType, head, tail } = frame(reportId, name)
  return { kind: 'whole', contentType, bytes: Buffer.concat([head, bytes, tail]) }
}
