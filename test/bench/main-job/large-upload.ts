/** One large upload from a process of its own: `node large-upload.ts HOST PORT AUTHORIZATION REPORT BYTES`. Prints milliseconds. */
import { request } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { randomBytes } from 'node:crypto'

const [host = '', port = '', authorization = '', reportId = '', size = ''] = process.argv.slice(2)
const boundary = 'opentipline-bench-17'
const before = Buffer.from(
  `--${boundary}\r\nContent-Disposition: form-data; name="id"\r\n\r\n${reportId}\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="large.bin"\r\nContent-Type: application/octet-stream\r\n\r\n`,
)
const after = Buffer.from(`\r\n--${boundary}--\r\n`)
const piece = randomBytes(262_144)

function* body(): Generator<Buffer> {
  yield before
  for (let left = Number(size); left > 0; left -= piece.length)
    yield left < piece.length ? piece.subarray(0, left) : piece
  yield after
}

const startedMs = performance.now()
const call = request({
  host,
  port,
  path: '/ispws/upload',
  method: 'POST',
  headers: {
    authorization,
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-length': before.length + Number(size) + after.length,
  },
})
const answered = new Promise<string>((resolve, reject) => {
  call.once('error', reject)
  call.once('response', (response) => {
    let text = ''
    response.setEncoding('utf8').on('data', (part: string) => (text += part))
    response.once('end', () =>
      response.statusCode === 200 ? resolve(text) : reject(new Error(`${response.statusCode} ${text}`)),
    )
  })
})
await Promise.all([pipeline(Readable.from(body(), { objectMode: false, highWaterMark: 1 }), call), answered])
process.stdout.write(String(performance.now() - startedMs))
