import { createHash, type Hash } from 'node:crypto'
import { attempt, type Connection, type Success } from './attempt.ts'
import { canReopen, type Source, streamedUpload, wholeUpload } from './body.ts'
import { reportingLimits } from './limits.ts'
import { promised, reportResponseOf, unreadable } from './read-answer.ts'
import type { Body } from './transport.ts'

export type UploadOptions = {
  /** The name the file part carries; the server treats it as text of the provider. */
  name?: string
  /** Compare the server's MD5 with the bytes sent (default true). */
  verify?: boolean
}

export type Uploaded = {
  fileId: string
  sizeBytes: number
  /** The server's MD5, lower-case hex, where it told it. */
  md5?: string
  /** `not stated`: the server told no MD5. `not compared`: `verify` was off. A mismatch is an error. */
  verified: 'same' | 'not stated' | 'not compared'
}

/** What went out in the latest attempt; `begun` once a source that can be read only once was opened. */
type Sent = { sizeBytes: number; md5: Hash | undefined; begun: boolean }

const nothingSent = (verify: boolean): Sent => ({
  sizeBytes: 0,
  md5: verify ? createHash('md5') : undefined,
  begun: false,
})

const count = (sent: Sent, chunk: Uint8Array): void => {
  sent.sizeBytes += chunk.length
  sent.md5?.update(chunk)
}

type Upload = { body: Body; sent: () => Sent }

const prepare = (reportId: string, source: Source, name: string, verify: boolean): Upload => {
  let sent = nothingSent(verify)
  if (source instanceof Uint8Array && source.length <= reportingLimits.wholeUploadBytesMax) {
    count(sent, source)
    return { body: wholeUpload(reportId, source, name), sent: () => sent }
  }
  const begun = (): void => {
    sent = { ...nothingSent(verify), begun: true }
  }
  const body = streamedUpload(reportId, source, name, { begun, seen: (chunk) => count(sent, chunk) })
  return { body, sent: () => sent }
}

/** The server's MD5 and ours, where both are known; throws where they differ. */
const compare = (
  success: Success,
  hash: string | undefined,
  own: string | undefined,
): Uploaded['verified'] => {
  if (own === undefined) return 'not compared'
  if (hash === undefined) return 'not stated'
  if (hash.toLowerCase() === own) return 'same'
  throw unreadable('upload', success, `it has other bytes (MD5 ${hash}) than were sent (MD5 ${own})`)
}

/** Uploads one file to an open report, streaming. It is repeated only where nothing of it was stored. */
export const upload = async (
  connection: Connection,
  reportId: string,
  source: Source,
  { name = 'file', verify = true }: UploadOptions = {},
): Promise<Uploaded> => {
  const { body, sent } = prepare(reportId, source, name, verify)
  const success = await attempt(connection, 'upload', { method: 'POST', path: '/upload', body }, () =>
    canReopen(source) || !sent().begun ? 'when nothing was stored' : 'never',
  )
  const { hash } = reportResponseOf('upload', success)
  const { sizeBytes, md5 } = sent()
  return {
    fileId: promised('upload', success, 'fileId'),
    sizeBytes,
    ...(hash === undefined ? {} : { md5: hash.toLowerCase() }),
    verified: compare(success, hash, md5?.digest('hex')),
  }
}
