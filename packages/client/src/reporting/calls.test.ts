import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import test from 'node:test'
import { emptyReport } from '@opentipline/contract'
import { describeFile } from './file-info.ts'
import { reportingLimits } from './limits.ts'
import { answer, answerDone, filePart, type Handler, withServer } from './test-server.fixture.ts'

const fileId = 'aabbccddeeff00112233445566778899'

/** Success for every call, with what the contract promises in each answer. */
const willing: Handler = (seen, response) => {
  switch (seen.path) {
    case '/ispws/status':
      return answer(response, 200, { description: 'Remote User : provider-17, Remote Ip : 192.0.2.17' })
    case '/ispws/submit':
      return answer(response, 200, { reportId: '900000017' })
    case '/ispws/upload': {
      const hash = createHash('md5').update(filePart(seen).bytes).digest('hex')
      return answer(response, 200, { reportId: '900000017', fileId, hash })
    }
    case '/ispws/finish':
      return answerDone(response, '900000017', [fileId])
    default:
      return answer(response, 200, { reportId: '900000017' })
  }
}

async function* inChunks(bytes: Uint8Array, sizeBytes: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += sizeBytes) yield bytes.subarray(at, at + sizeBytes)
}

test('status says who we are to the server, and every call carries the credentials at once', async () => {
  await withServer(willing, async ({ client, seen }) => {
    const found = await client().status()
    assert.equal(found.user, 'provider-17')
    assert.equal(found.address, '192.0.2.17')
    const expected = Buffer.from('provider-17:synthetic:password').toString('base64')
    assert.deepEqual(
      seen.map(({ headers }) => headers.authorization),
      [`Basic ${expected}`],
    )
  })
})

test('the whole way sends the report, each file with its description, and finishes', async () => {
  await withServer(willing, async ({ client, seen }) => {
    const bytes = randomBytes(300_000)
    const large = randomBytes(reportingLimits.wholeUploadBytesMax + 17)
    const report = { ...emptyReport('reporting-xml'), additionalInfo: ['Synthetic narrative 17 <&>'] }
    const filed = await client().fileReport(report, [
      { source: bytes, name: 'sol"id.png', description: describeFile({ viewedByEsp: true }) },
      { source: () => inChunks(bytes, 7_001), name: 'grün.png' },
      { source: large, name: 'large.bin' },
    ])
    assert.equal(filed.reportId, '900000017')
    assert.deepEqual(filed.finished, { state: 'finished', fileIds: [fileId] })
    assert.deepEqual(
      seen.map(({ path }) => path.slice('/ispws'.length)),
      ['/submit', '/upload', '/fileinfo', '/upload', '/upload', '/finish'],
    )
    assert.match(String(seen[0]?.body), /Synthetic narrative 17 &lt;&amp;&gt;/)
    assert.equal(seen[0]?.headers['content-type'], 'text/xml; charset=utf-8')
    assert.match(String(seen[2]?.body), new RegExp(`<fileId>${fileId}</fileId>.*<fileViewedByEsp>true<`))
    assert.equal(String(seen[5]?.body), 'id=900000017')
    assert.deepEqual(
      filed.files.map(({ verified, sizeBytes }) => [verified, sizeBytes]),
      [
        ['same', bytes.length],
        ['same', bytes.length],
        ['same', large.length],
      ],
    )
    for (const at of [1, 3]) {
      const sent = seen[at]
      assert.ok(sent)
      const part = filePart(sent)
      assert.equal(part.id, '900000017')
      assert.deepEqual(part.bytes, bytes)
    }
    assert.deepEqual(seen[4] && filePart(seen[4]).bytes, large)
    assert.equal(seen[4]?.headers['transfer-encoding'], undefined)
    assert.ok(seen[1] && filePart(seen[1]).head.includes('filename="sol%22id.png"'))
    assert.equal(seen[1]?.headers['transfer-encoding'], undefined)
    assert.ok(seen[3] && filePart(seen[3]).head.includes('filename="grün.png"'))
    assert.equal(seen[3]?.headers['transfer-encoding'], 'chunked')
  })
})

test('an empty file is uploaded', async () => {
  await withServer(willing, async ({ client }) => {
    const uploaded = await client().upload('900000017', new Uint8Array())
    assert.equal(uploaded.md5, 'd41d8cd98f00b204e9800998ecf8427e')
    assert.equal(uploaded.sizeBytes, 0)
  })
})

test('an upload is streamed: the source is read no faster than the server takes it', async () => {
  let made = 0
  let madeAtFirstByte = 0
  const chunk = new Uint8Array(64 * 1024)
  const chunks = 2_000
  async function* source(): AsyncGenerator<Uint8Array> {
    for (; made < chunks; made += 1) yield chunk
  }
  await withServer(willing, async ({ baseUrl }) => {
    const { createServer } = await import('node:http')
    const slow = createServer((request, response) => {
      request.once('readable', () => {
        // Nothing is read for a while; only what the sockets buffer may have been made by then.
        setTimeout(() => {
          madeAtFirstByte = made
          request.resume()
          request.once('end', () => answer(response, 200, { reportId: '900000017', fileId }))
        }, 300)
      })
    })
    await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve))
    const address = slow.address()
    const port = typeof address === 'object' ? address?.port : 0
    const { createReportingClient } = await import('./create-client.ts')
    const url = baseUrl.replace(/:\d+/, `:${port}`)
    const client = createReportingClient({ baseUrl: url, username: 'a', password: 'b' })
    const uploaded = await client.upload('900000017', source())
    client.close()
    slow.closeAllConnections()
    slow.close()
    assert.equal(uploaded.sizeBytes, chunks * chunk.length)
    assert.equal(uploaded.verified, 'not stated')
    assert.ok(madeAtFirstByte < chunks / 2, `${madeAtFirstByte} of ${chunks} chunks were made at once`)
  })
})

test('plain http to another machine is refused unless it is allowed', async () => {
  const { createReportingClient } = await import('./create-client.ts')
  const options = { baseUrl: 'http://reports.example.org/ispws', username: 'a', password: 'b' }
  assert.throws(() => createReportingClient(options), /baseUrl/)
  createReportingClient({ ...options, allowPlainHttp: true }).close()
  assert.throws(
    () => createReportingClient({ ...options, baseUrl: 'https://a:b@example.org' }),
    /credentials/,
  )
  assert.throws(
    () => createReportingClient({ ...options, allowPlainHttp: true, username: 'a:b' }),
    /username/,
  )
  assert.throws(() => createReportingClient({ ...options, allowPlainHttp: true, retries: -1 }), /retries/)
})
