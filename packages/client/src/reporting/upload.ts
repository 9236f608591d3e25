import { createHash } from 'node:crypto'
import { attempt, type Connection } from './attempt.ts'
import { canReopen, type Source, uploadBody } from './body.ts'
import { promised, reportResponseOf, unreadable } from './read-answer.ts'
import type { StreamedBody } from './transport.ts'

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

/** What went out in the current attempt. */
type Sent = { sizeBytes: number; md5: ReturnType<typeof createHash> | undefined; started: boolean }

const freshly = (verify: boolean, started: boolean): Sent => ({
  sizeBytes: 0,
  md5: verify ? createHash('md5') : undefined,
  started,
})

/** Uploads one file to an open report, streaming. It is repeated only where nothing of it was stored. */
export const upload = async (
  connection: Connection,
  reportId: string,
  source: Source,
  options: UploadOptions = {},
): Promise<Uploaded> => {
  const verify = options.verify ?? true
  let sent = freshly(verify, false)
  const body = uploadBody(reportId, source, options.name ?? 'file', (chunk) => {
    sent.sizeBytes += chunk.length
    sent.md5?.update(chunk)
  })
  const counting: StreamedBody = {
    ...body,
    open: () => {
      sent = freshly(verify, true)
      return body.open()
    },
  }
  const success = await attempt(
    connection,
    'upload',
    { method: 'POST', path: '/upload', body: counting },
    () => (canReopen(source) || !sent.started ? 'when nothing was stored' : 'never'),
  )
  const { hash } = reportResponseOf('upload', success)
  const fileId = promised('upload', success, 'fileId')
  const own = sent.md5?.digest('hex')
  if (hash !== undefined && own !== undefined && hash.toLowerCase() !== own)
    throw unreadable('upload', success, `it has other bytes (MD5 ${hash}) than were sent (MD5 ${own})`)
  const compared = hash === undefined ? 'not stated' : 'same'
  return {
    fileId,
    sizeBytes: sent.sizeBytes,
    ...(hash === undefined ? {} : { md5: hash.toLowerCase() }),
    verified: own === undefined ? 'not compared' : compared,
  }
}
