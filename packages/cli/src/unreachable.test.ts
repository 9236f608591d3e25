/** Why a server gave no answer, by real sockets: each cause with its code, and what to do. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createHttp } from 'node:http'
import { createServer as createHttps } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { createDeskClient, Unreachable } from '@opentipline/client'
import { inWords } from './desk-session.ts'
import { Refused } from './exit.ts'
import { whyUnreachable } from './unreachable.ts'

const folder = mkdtempSync(join(tmpdir(), 'tipline-unreachable-'))
after(() => rmSync(folder, { recursive: true }))

const portOf = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  after(() => server.close())
  return (server.address() as AddressInfo).port
}
/** What a command says that asks a server at `address`. */
const said = async (address: string): Promise<string> => {
  const error: unknown = await createDeskClient({ baseUrl: address })
    .call('readSession', {})
    .catch((reason: unknown) => reason)
  const told = inWords(error, address)
  assert.ok(told instanceof Refused)
  return told.message
}
const certificate = (): { key: Buffer; cert: Buffer } => {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  execFileSync(
    'openssl',
    `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ${key} -out ${cert} -days 1 -subj /CN=example.com -addext subjectAltName=IP:127.0.0.1`.split(
      ' ',
    ),
    { stdio: 'pipe' },
  )
  return { key: readFileSync(key), cert: readFileSync(cert) }
}

test('where nothing listens, the message says so, and how to start the server', async () => {
  const server = createHttp()
  const address = `http://127.0.0.1:${await portOf(server)}`
  await new Promise((resolve) => server.close(resolve))
  assert.equal(
    await said(address),
    `The server at ${address} could not be reached (ECONNREFUSED): nothing listens there. Start it with tipline start or tipline serve, or say with --url where it listens. See: tipline status`,
  )
})

test('a name that nobody knows is told from a server that is down', async () => {
  assert.match(
    await said('http://nowhere.invalid'),
    /\((ENOTFOUND|EAI_AGAIN)\): its name .*use the IP address/,
  )
})

test('a certificate that nobody trusted has signed is named, with the setting that trusts its authority', async () => {
  const port = await portOf(createHttps(certificate()))
  assert.match(
    await said(`https://127.0.0.1:${port}`),
    /\(DEPTH_ZERO_SELF_SIGNED_CERT\): its certificate is signed by nobody .*NODE_EXTRA_CA_CERTS/,
  )
  assert.match(await said(`http://127.0.0.1:${port}`), /the connection was cut. Does it speak https there/)
})

test('https asked of a server that speaks http is told as that', async () => {
  const port = await portOf(createHttp())
  assert.match(await said(`https://127.0.0.1:${port}`), /it does not speak TLS there/)
})

test('a cause that is not known keeps its code, and one without a code is still a sentence', () => {
  const coded = new Unreachable(
    new TypeError('x', { cause: Object.assign(new Error('y'), { code: 'EWHAT' }) }),
  )
  const at = 'http://192.0.2.1'
  assert.match(
    whyUnreachable(at, coded),
    /^The server at http:\/\/192\.0\.2\.1 could not be reached \(EWHAT\): the connection failed/,
  )
  assert.match(whyUnreachable(at, new Unreachable('x')), /could not be reached: the connection failed/)
})
