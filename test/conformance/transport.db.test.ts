import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import { describe, test } from 'node:test'
import { defaultSchemaVersion, schemaText } from '@opentipline/formats'
import { startTestServer } from '../support/server.ts'
import { type Answer, callerOf, openReport, tagOf, thinXml } from './calls.ts'

const server = await startTestServer()
const credential = await server.addProvider('Example Provider', 'test')
const caller = callerOf(server.address, credential.authorization)

const told = (answer: Answer, status: number, code: number): void =>
  assert.deepEqual({ status: answer.status, code: answer.code }, { status, code }, answer.text)

/** Sends raw bytes over a socket and gives what comes back, until the other side is silent or closes. */
const raw = (parts: (string | Buffer)[], pauseMs = 20): Promise<string> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(server.address)
    const socket = connect(Number(port), '127.0.0.1')
    const chunks: Buffer[] = []
    socket.setTimeout(3_000, () => socket.destroy())
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')))
    socket.on('error', reject)
    socket.on('connect', async () => {
      for (const part of parts) {
        socket.write(part)
        await new Promise((done) => setTimeout(done, pauseMs))
      }
    })
  })

const encode = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`
const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`
const upload = async (make: (form: FormData) => void): Promise<Answer> => {
  const form = new FormData()
  make(form)
  return caller.multipart('/upload', form)
}

describe('transport', () => {
  test('status names the user and the address', async () => {
    const answer = await caller.get('/status')
    told(answer, 200, 0)
    assert.equal(
      tagOf(answer, 'responseDescription'),
      `Remote User : ${credential.username}, Remote Ip : 127.0.0.1`,
    )
    assert.equal(answer.headers.get('content-type'), 'application/xml;charset=UTF-8')
  })

  test('the schema that is served is the schema that is enforced', async () => {
    const answer = await caller.get('/xsd')
    assert.equal(answer.status, 200)
    assert.equal(answer.text, schemaText(defaultSchemaVersion))
  })

  test('every answer carries a request id, refusals included', async () => {
    const ids = new Set<string | null>()
    for (const answer of [
      await caller.get('/status'),
      await caller.get('/nowhere'),
      await caller.xml('/submit', '<x/>'),
    ])
      ids.add(answer.headers.get('request-id'))
    assert.equal(ids.size, 3)
    assert.ok(!ids.has(null))
  })

  test('no credentials, wrong ones, a wrong scheme: 401 with a challenge and an XML body', async () => {
    for (const authorization of [
      '',
      'Basic',
      'Basic !!!',
      'Bearer x',
      encode('nobody:x'),
      encode(`${credential.username}:wrong`),
    ]) {
      const answer = await fetch(`${server.address}/ispws/status`, {
        headers: authorization ? { authorization } : {},
      })
      assert.equal(answer.status, 401, authorization)
      assert.equal(answer.headers.get('www-authenticate'), 'Basic realm="ESP Web Services"')
      assert.match(await answer.text(), /<responseCode>2000<\/responseCode><responseDescription>\S/)
    }
  })

  test('an unknown path answers 1210 with 404, a wrong method 405', async () => {
    told(await caller.get('/nowhere'), 404, 1210)
    assert.equal((await caller.get('/submit')).status, 405)
    assert.equal((await caller.xml('/status', '')).status, 405)
  })

  test('the three body types for XML are taken, and a missing one', async () => {
    for (const type of ['text/xml; charset=utf-8', 'text/xml', 'application/xml', 'text/plain;charset=UTF-8'])
      told(await caller.xml('/submit', thinXml(), type), 200, 0)
    const head = `POST /ispws/submit HTTP/1.1\r\nHost: x\r\nAuthorization: ${credential.authorization}\r\nConnection: close\r\nContent-Length: ${Buffer.byteLength(thinXml())}\r\n\r\n`
    assert.match(await raw([head, thinXml()]), /^HTTP\/1\.1 200 [\s\S]*<responseCode>0</)
  })

  test('a form where XML belongs is an invalid request', async () => {
    told(await caller.form('/submit', { report: thinXml() }), 400, 4000)
    const form = new FormData()
    form.set('report', thinXml())
    told(await caller.multipart('/fileinfo', form), 400, 4000)
  })

  test('finish and retract take both encodings of a form', async () => {
    for (const path of ['/finish', '/retract']) {
      told(await caller.form(path, { id: await openReport(caller) }), 200, 0)
      const form = new FormData()
      form.set('id', await openReport(caller))
      told(await caller.multipart(path, form), 200, 0)
    }
  })

  test('an id that is missing, repeated or no number is an invalid request', async () => {
    for (const path of ['/finish', '/retract']) {
      told(await caller.form(path, {}), 400, 4000)
      told(await caller.form(path, { id: '' }), 400, 4000)
      told(await caller.form(path, { id: 'abc' }), 400, 4000)
      told(await caller.form(path, { id: '-1' }), 400, 4000)
      told(await caller.form(path, { id: '99999999999999999999' }), 400, 4000)
      const twice = new FormData()
      twice.append('id', '1')
      twice.append('id', '2')
      told(await caller.multipart(path, twice), 400, 4000)
      told(await caller.xml(path, '<id>1</id>'), 400, 4000)
    }
  })

  test('Expect: 100-continue is answered before the body is sent', async () => {
    const body = thinXml()
    const head = `POST /ispws/submit HTTP/1.1\r\nHost: x\r\nAuthorization: ${credential.authorization}\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Type: text/xml\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`
    const text = await raw([head, body], 200)
    assert.match(text, /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /)
  })

  test('two megabytes of additional information are fine', async () => {
    const xml = thinXml().replace(
      '</report>',
      `<additionalInfo>${'Synthetic narrative 17. '.repeat(90_000)}</additionalInfo></report>`,
    )
    assert.ok(xml.length > 2_000_000)
    told(await caller.xml('/submit', xml), 200, 0)
  })

  test('a document over the limit is refused and the connection goes on', async () => {
    told(await caller.xml('/submit', Buffer.alloc(9 * 1024 * 1024, 0x20)), 400, 4110)
    told(await caller.get('/status'), 200, 0)
  })
})

describe('upload', () => {
  test('either order of the parts is taken', async () => {
    const reportId = await openReport(caller)
    const file = new Blob(['order'])
    told(await upload((form) => (form.append('id', reportId), form.append('file', file, 'a'))), 200, 0)
    told(await upload((form) => (form.append('file', file, 'a'), form.append('id', reportId))), 200, 0)
  })

  test('the digests are those of the bytes, an empty file included, and the same bytes twice are two files', async () => {
    const reportId = await openReport(caller)
    const ids = new Set<string>()
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('twice'),
      Buffer.from('twice'),
      Buffer.alloc(300_000, 7),
    ]) {
      const answer = await upload(
        (form) => (form.append('id', reportId), form.append('file', new Blob([bytes]), 'b')),
      )
      told(answer, 200, 0)
      ids.add(tagOf(answer, 'fileId'))
      assert.equal(tagOf(answer, 'hash'), createHash('md5').update(bytes).digest('hex'))
      const [row] = await server.database.query<{ sha1: string; sha256: string; size_bytes: string }>(
        'select sha1, sha256, size_bytes from file where file_id = $1',
        [tagOf(answer, 'fileId')],
      )
      assert.deepEqual(row, {
        sha1: createHash('sha1').update(bytes).digest('hex'),
        sha256: createHash('sha256').update(bytes).digest('hex'),
        size_bytes: String(bytes.length),
      })
    }
    assert.equal(ids.size, 4)
  })

  test('a hostile file name is kept as text and used for nothing', async () => {
    const reportId = await openReport(caller)
    const names = ['../../etc/passwd', 'C:\\Users\\x\\y.jpg', 'ünïcödé-名前.png', 'a"b%22.png', '']
    for (const name of names) {
      const answer = await upload(
        (form) => (form.append('id', reportId), form.append('file', new Blob(['n']), name)),
      )
      told(answer, 200, 0)
      const [row] = await server.database.query<{ name: string | null }>(
        'select name_as_received as name from file where file_id = $1',
        [tagOf(answer, 'fileId')],
      )
      // A browser escapes quotation marks in the header; what came is what is kept.
      assert.ok(
        row?.name === name ||
          row?.name === name.replaceAll('"', '%22') ||
          (name === '' && row?.name === null),
        `${name} became ${row?.name}`,
      )
    }
  })

  test('chunked uploads without a length are taken', async () => {
    const reportId = await openReport(caller)
    const part = `--b\r\nContent-Disposition: form-data; name="id"\r\n\r\n${reportId}\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="c"\r\nContent-Type: application/octet-stream\r\n\r\nchunked\r\n--b--\r\n`
    const head = `POST /ispws/upload HTTP/1.1\r\nHost: x\r\nAuthorization: ${credential.authorization}\r\nConnection: close\r\nTransfer-Encoding: chunked\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n`
    const text = await raw([head, chunk(part.slice(0, 90)), chunk(part.slice(90)), '0\r\n\r\n'])
    assert.match(text, new RegExp(`<hash>${createHash('md5').update('chunked').digest('hex')}</hash>`))
  })

  test('a file without a name but with a type is a file', async () => {
    const reportId = await openReport(caller)
    const body = `--b\r\nContent-Disposition: form-data; name="file"\r\nContent-Type: image/png\r\n\r\nunnamed\r\n--b\r\nContent-Disposition: form-data; name="id"\r\n\r\n${reportId}\r\n--b--\r\n`
    const head = `POST /ispws/upload HTTP/1.1\r\nHost: x\r\nAuthorization: ${credential.authorization}\r\nConnection: close\r\nContent-Length: ${body.length}\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n`
    assert.match(await raw([head, body]), /<responseCode>0</)
  })

  test('no file, a text field of that name, two files, a form that is none: refused, and nothing stays', async () => {
    const reportId = await openReport(caller)
    told(await upload((form) => form.append('id', reportId)), 400, 4200)
    told(await upload((form) => (form.append('id', reportId), form.append('file', 'text'))), 400, 4200)
    told(
      await upload(
        (form) => (
          form.append('id', reportId),
          form.append('file', new Blob(['1']), 'a'),
          form.append('file', new Blob(['2']), 'b')
        ),
      ),
      400,
      4200,
    )
    told(await caller.form('/upload', { id: reportId, file: 'x' }), 400, 4200)
    told(await upload((form) => form.append('file', new Blob(['1']), 'a')), 400, 4000)
    told(
      await upload((form) => (form.append('id', 'x'), form.append('file', new Blob(['1']), 'a'))),
      400,
      4000,
    )
    const rows = await server.database.query('select 1 from file where report_id = $1', [reportId])
    assert.equal(rows.length, 0)
  })

  test('a form that breaks off is refused or cut, and nothing of it stays', async () => {
    const reportId = await openReport(caller)
    const body = `--b\r\nContent-Disposition: form-data; name="id"\r\n\r\n${reportId}\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="c"\r\n\r\nhalf of it`
    const head = `POST /ispws/upload HTTP/1.1\r\nHost: x\r\nAuthorization: ${credential.authorization}\r\nConnection: close\r\nContent-Length: ${body.length}\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n`
    assert.doesNotMatch(await raw([head, body]), /<responseCode>0</)
    const rows = await server.database.query('select 1 from file where report_id = $1', [reportId])
    assert.equal(rows.length, 0)
  })
})
