import { randomUUID } from 'node:crypto'
import type { Body, StreamedBody } from './transport.ts'

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

export const openSource = (source: Source): AsyncIterable<Uint8Array> => {
  if (source instanceof Uint8Array) return once(source)
  return typeof source === 'function' ? source() : source
}

/** Whether the source can be read a second time. */
export const canReopen = (source: Source): boolean =>
  source instanceof Uint8Array || typeof source === 'function'

/**
 * `multipart/form-data` with `id` and `file`, streamed: never more than a chunk of the source is held.
 * @param seen is called with every chunk of the file as it goes out.
 */
export const uploadBody = (
  reportId: string,
  source: Source,
  name: string,
  seen: (chunk: Uint8Array) => void,
): StreamedBody => {
  const boundary = `opentipline-${randomUUID()}`
  const disposition = 'Content-Disposition: form-data; name='
  const head = Buffer.from(
    `--${boundary}\r\n${disposition}"id"\r\n\r\n${reportId}\r\n` +
      `--${boundary}\r\n${disposition}"file"; filename="${quoted(name)}"\r\n` +
      'Content-Type: application/octet-stream\r\n\r\n',
  )
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`)
  const open = async function* (): AsyncGenerator<Uint8Array> {
    yield head
    for await (const chunk of openSource(source)) {
      seen(chunk)
      yield chunk
    }
    yield tail
  }
  const length = source instanceof Uint8Array ? head.length + source.length + tail.length : undefined
  return { kind: 'streamed', contentType: `multipart/form-data; boundary=${boundary}`, length, open }
}
