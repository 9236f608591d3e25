/** The door: slow clients, forwarded headers, nesting, and a certificate that is renewed under open connections. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { type Door, makeApp } from '../../packages/server/src/http/app.ts'
import { doorTimes, useCertificate } from '../../packages/server/src/http/raw-server.ts'
import { keepCertificate, readCertificate } from '../../packages/server/src/platform/certificate.ts'
import { refuseOpenListening } from '../../packages/server/src/platform/listen.ts'
import { openLog } from '@opentipline/server'

const log = openLog('silent')
const folder = await mkdtemp(join(tmpdir(), 'tipline-door-'))
after(() => rm(folder, { recursive: true }))

const open = async (door: Door, times = doorTimes) => {
  const app = await makeApp({ log }, door, times)
  app.get('/who', (request, reply) =>
    reply.send({ ip: request.ip, protocol: request.protocol, host: request.host }),
  )
  app.post('/say', (request, reply) => reply.send({ body: typeof request.body }))
  await app.listen({ port: 0, host: '127.0.0.1' })
  after(() => app.close())
  const { port } = app.server.address() as AddressInfo
  return { app, port, address: `http://127.0.0.1:${port}` }
}

const forwarded = {
  'x-forwarded-for': '192.0.2.7',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'tips.example.org',
}

test('forwarded headers are believed from nobody while no proxy is named, and not from another than the named', async () => {
  for (const proxies of [[], ['192.0.2.99'], ['198.51.100.0/24']]) {
    const { address, port } = await open({ proxies })
    const answer = await fetch(`${address}/who`, { headers: forwarded })
    assert.deepEqual(await answer.json(), { ip: '127.0.0.1', protocol: 'http', host: `127.0.0.1:${port}` })
    assert.equal(answer.headers.has('strict-transport-security'), false)
  }
})

test('a named proxy tells who asked, and that the connection was TLS', async () => {
  const { address } = await open({ proxies: ['127.0.0.1'] })
  const answer = await fetch(`${address}/who`, { headers: forwarded })
  assert.deepEqual(await answer.json(), { ip: '192.0.2.7', protocol: 'https', host: 'tips.example.org' })
  assert.match(answer.headers.get('strict-transport-security') ?? '', /^max-age=31536000; includeSubDomains$/)
})

test('what the client itself wrote before the proxy’s word is not believed', async () => {
  const { address } = await open({ proxies: ['127.0.0.1'] })
  const headers = { 'x-forwarded-for': '203.0.113.1, 192.0.2.7' }
  const { ip } = (await (await fetch(`${address}/who`, { headers })).json()) as { ip: string }
  assert.equal(ip, '192.0.2.7')
})

/**
 * Settles when the other end has closed, whether in order or by a reset. The system sends a reset when it closes
 * on bytes that nobody has read, which is what happens when one is let go amid writing; `once` would throw it.
 */
const closing = (socket: Socket): Promise<void> => new Promise((done) => socket.on('close', () => done()))

/** Sends pieces of a request, one every few milliseconds, until the other end closes. */
const drip = async (port: number, head: string): Promise<void> => {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.resume()
  const closed = closing(socket)
  await once(socket, 'connect')
  socket.write(head)
  const timer = setInterval(() => socket.write('a'), 50)
  await closed
  clearInterval(timer)
}
const impatient = { ...doorTimes, headersMs: 300, checkEveryMs: 100, bodyMs: 300 }

test('a client that never ends its headers is let go, and others are answered meanwhile', async () => {
  const { port, address } = await open({ proxies: [] }, impatient)
  const slow = Promise.all(
    Array.from({ length: 20 }, () => drip(port, 'GET /who HTTP/1.1\r\nhost: x\r\nx-slow: ')),
  )
  assert.equal((await fetch(`${address}/who`)).status, 200)
  await slow
})

test('a client that never ends its body is let go', async () => {
  const { port, address } = await open({ proxies: [] }, impatient)
  await drip(
    port,
    'POST /say HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n{"a":"',
  )
  assert.equal((await fetch(`${address}/who`)).status, 200)
})

/** Sends text on a socket, and gives all that comes back until it closes. */
const speak = async (port: number, text: string): Promise<string> => {
  const socket = connect(port, '127.0.0.1')
  let told = ''
  socket.setEncoding('latin1').on('data', (piece: string) => (told += piece))
  // Closed while we still send: that is what is looked for.
  socket.on('error', () => undefined)
  const closed = closing(socket)
  await once(socket, 'connect')
  socket.write(text)
  await closed
  return told
}

test('headers over the limit are answered 431 and the connection closed, whether in one header or in many', async () => {
  const { port, address } = await open({ proxies: [] })
  const begin = 'GET /who HTTP/1.1\r\nhost: x\r\n'
  const many = Array.from({ length: 1_000 }, (_, n) => `x-${n}: ${'a'.repeat(20)}\r\n`).join('')
  for (const text of [`${begin}x-long: ${'a'.repeat(20_000)}\r\n\r\n`, `${begin}${many}\r\n`])
    assert.match(await speak(port, text), /^HTTP\/1\.1 431 /)
  const within = `${begin}x-long: ${'a'.repeat(10_000)}\r\nconnection: close\r\n\r\n`
  assert.match(await speak(port, within), /^HTTP\/1\.1 200 /)
  assert.equal((await fetch(`${address}/who`)).status, 200)
})

test('a message whose end could be read in two ways is refused, and nothing after it is taken', async () => {
  const { port } = await open({ proxies: [] })
  const begin = 'POST /say HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n'
  const smuggled = '0\r\n\r\nGET /who HTTP/1.1\r\nhost: x\r\n\r\n'
  for (const lengths of [
    'content-length: 4\r\ntransfer-encoding: chunked\r\n',
    'content-length: 4\r\ncontent-length: 40\r\n',
    'transfer-encoding: xchunked\r\n',
    'transfer-encoding : chunked\r\n',
  ]) {
    const told = await speak(port, `${begin}${lengths}\r\n${smuggled}`)
    assert.match(told, /^HTTP\/1\.1 400 /, lengths)
    assert.equal(told.match(/HTTP\/1\.1/g)?.length, 1, lengths)
  }
})

test('a body that is nested too deep is refused in words, one that is not is taken', async () => {
  const { address } = await open({ proxies: [] })
  const send = (body: string) =>
    fetch(`${address}/say`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  assert.equal((await send('['.repeat(32) + ']'.repeat(32))).status, 200)
  for (const depth of [34, 100_000]) {
    const refused = await send('['.repeat(depth) + ']'.repeat(depth))
    assert.equal(refused.status, 400)
    assert.match(await refused.text(), /nested deeper than 32|bad-request/)
  }
})

test('a key that would change what every object is, is refused', async () => {
  const { address } = await open({ proxies: [] })
  for (const body of ['{"__proto__":{"planted":1}}', '{"a":{"constructor":{"prototype":{"planted":1}}}}']) {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${address}/say`, { method: 'POST', body, headers })
    assert.equal(answer.status, 400, body)
    assert.equal(Reflect.get({}, 'planted'), undefined)
  }
})

test('a refused call is a line of the running log: which call, which code, and nothing that was sent', async () => {
  const lines: unknown[] = []
  const app = await makeApp({ log: { ...log, info: (facts, message) => lines.push({ ...facts, message }) } })
  app.post('/say', (_request, reply) => reply.send({}))
  after(() => app.close())
  const answer = await app.inject({
    method: 'POST',
    url: '/say?name=synthetic-name',
    headers: { 'content-type': 'application/json' },
    payload: '{"synthetic": "narrative 17"',
  })
  assert.equal(answer.statusCode, 400)
  assert.equal(lines.length, 1)
  assert.partialDeepStrictEqual(lines[0], {
    path: '/say',
    code: 'bad-request',
    message: 'a call was refused',
  })
  assert.doesNotMatch(JSON.stringify(lines), /synthetic/)
})

test('without a certificate nothing but this machine is listened to; a demonstration never is', () => {
  assert.throws(() => refuseOpenListening({ host: '0.0.0.0', demo: false }), /--tls-cert/)
  assert.throws(() => refuseOpenListening({ host: '0.0.0.0', demo: true, tls: {} }), /demonstration/)
  refuseOpenListening({ host: '0.0.0.0', demo: false, tls: {} })
})

const files = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') }
const newCertificate = async (name: string): Promise<void> => {
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '2',
      '-subj',
      `/CN=${name}`,
      '-keyout',
      files.keyFile,
      '-out',
      files.certFile,
    ],
    { stdio: 'ignore' },
  )
  await chmod(files.keyFile, 0o600)
}

const dial = async (
  port: number,
  more: { maxVersion?: 'TLSv1.1' | 'TLSv1.2'; ciphers?: string } = {},
): Promise<TLSSocket> => {
  // The certificate signs itself: what is looked at here is which one it is.
  const socket = connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false, ...more })
  await once(socket, 'secureConnect')
  return socket
}
const ask = async (socket: TLSSocket): Promise<string> => {
  socket.write('GET /who HTTP/1.1\r\nhost: tips.example.org\r\n\r\n')
  const [bytes] = await once(socket, 'data')
  return String(bytes)
}

test('a renewed certificate is used for new connections while an open one goes on', async () => {
  await newCertificate('first.example.org')
  const certificate = await readCertificate(files)
  const { app, port } = await open({ certificate, proxies: [] })
  const kept = keepCertificate(files, certificate, log, (renewed) => useCertificate(app.server, renewed))
  after(() => kept.stop())
  const before = await dial(port)
  assert.equal(before.getPeerCertificate().subject.CN, 'first.example.org')
  assert.match(await ask(before), /200 OK[^]*strict-transport-security/i)
  await newCertificate('second.example.org')
  process.kill(process.pid, 'SIGHUP')
  const nameNow = async (): Promise<string> => {
    const socket = await dial(port)
    socket.end()
    return String(socket.getPeerCertificate().subject.CN)
  }
  while ((await nameNow()) !== 'second.example.org') await new Promise((done) => setTimeout(done, 50))
  assert.match(await ask(before), /200 OK/)
  // Half a renewal, or none, changes nothing.
  await writeFile(files.certFile, 'not a certificate')
  process.kill(process.pid, 'SIGHUP')
  await new Promise((done) => setTimeout(done, 200))
  assert.equal(await nameNow(), 'second.example.org')
  before.end()
  await assert.rejects(dial(port, { maxVersion: 'TLSv1.1' }))
  // Suites without a key of each connection's own, or without authenticated encryption, are not spoken.
  for (const ciphers of ['AES128-GCM-SHA256', 'AES256-SHA', 'ECDHE-ECDSA-AES128-SHA'])
    await assert.rejects(dial(port, { maxVersion: 'TLSv1.2', ciphers }), ciphers)
  const older = await dial(port, { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256' })
  older.end()
})

test('a key that others may read, and one of another certificate, are refused in words', async () => {
  await newCertificate('third.example.org')
  await chmod(files.keyFile, 0o644)
  await assert.rejects(readCertificate(files), /can be read by others/)
  await chmod(files.keyFile, 0o600)
  await writeFile(files.certFile, certificateOfAnother())
  await assert.rejects(readCertificate(files), /are not a certificate and its key/)
})

const certificateOfAnother = (): string =>
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=x',
      '-keyout',
      join(folder, 'other.pem'),
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  ).toString()
