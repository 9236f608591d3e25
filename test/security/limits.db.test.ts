/** What the door counts, refuses and writes down: wrong logins of providers, a person's pace, the size of an upload, cookies. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { clientOf, reportFrom } from '../faults/support/reports.ts'
import { cookiesAfter, eventually, startTestServer } from '../support/server.ts'

const startedMs = Date.now()
const uploadBytesMax = 2 * 1_048_576
const server = await startTestServer(undefined, {
  callsPerMinuteOfPerson: 30,
  uploadBytesMax,
  proxies: ['127.0.0.1'],
})
const credential = await server.addProvider('Example Provider')

type Entry = {
  object_id: string
  outcome: string
  reason: string
  source: string
  details: { calls: number }
}
const entries = async (action: string): Promise<Entry[]> => {
  const rows = await server.database.query<{ object_id: string; canonical: Buffer }>(
    'select object_id, canonical from ledger_entry where action = $1 order by at',
    [action],
  )
  return rows.map((row) => ({ ...JSON.parse(row.canonical.toString()), object_id: row.object_id }))
}
const refusedFor = async (reason: string): Promise<Entry[]> =>
  (await entries('credential.refused')).filter((entry) => entry.reason === reason)
const basic = (username: string, password: string): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
const statusAs = (authorization: string) =>
  fetch(`${server.address}/ispws/status`, { headers: { authorization } })

test('a wrong login of a provider is in the ledger with why and from where, at once and then by its count', async () => {
  const wrong = basic(credential.username, 'synthetic-wrong-password')
  for (let call = 0; call < 5; call++) assert.match(await (await statusAs(wrong)).text(), />2000</)
  await statusAs(basic('synthetic-secret-typed-as-name', 'x'))
  const found = await eventually(async () => {
    const told = await entries('credential.refused')
    return told.length >= 2 ? told : undefined
  })
  const known = found.find((entry) => entry.object_id !== 'unknown')
  assert.ok((known?.details.calls ?? 0) >= 1)
  assert.partialDeepStrictEqual(known, {
    outcome: 'denied',
    reason: 'wrong password',
    source: '127.0.0.1',
  })
  const unknown = found.find((entry) => entry.object_id === 'unknown')
  assert.equal(unknown?.reason, 'no such name')
  // Whoever types a password into the wrong field does not find it in the log.
  assert.doesNotMatch(JSON.stringify(found), /synthetic/)
})

test('a flood of wrong logins is one entry a minute for an address and a name, and no other series hurries it', async () => {
  const wrong = basic(credential.username, 'synthetic-wrong-again')
  await Promise.all(Array.from({ length: 60 }, () => statusAs(wrong)))
  await statusAs('Bearer synthetic')
  await eventually(async () => ((await refusedFor('no login')).length > 0 ? true : undefined))
  const minutes = Math.floor((Date.now() - startedMs) / 60_000)
  const told = await refusedFor('wrong password')
  assert.ok(told.length >= 1 && told.length <= 1 + minutes, `${told.length}`)
  assert.equal((await statusAs(credential.authorization)).status, 200, 'the right one is not slowed by it')
})

test('a person over their pace is told to wait with 429 and Retry-After, once in the ledger, and nobody else is', async () => {
  const [fast, calm] = [await server.signIn('demo-officer-wi'), await server.signIn('demo-officer-wa')]
  const call = (cookie: string) => fetch(`${server.address}/api/session`, { headers: { cookie } })
  const answers = await Promise.all(Array.from({ length: 60 }, () => call(fast)))
  const refused = answers.filter((answer) => answer.status === 429)
  assert.ok(refused.length > 0 && refused.length <= 30, `${refused.length}`)
  for (const answer of refused) {
    assert.match(answer.headers.get('retry-after') ?? '', /^[1-9]\d?$/)
    assert.match(await answer.text(), /"code":"too-many-requests"/)
  }
  assert.equal((await call(calm)).status, 200)
  const told = await entries('person.calls-limited')
  assert.deepEqual(
    told.map((entry) => [entry.object_id, entry.outcome]),
    [['demo-officer-wi', 'denied']],
  )
  // A second session of the same person is the same person: it begins with no calls of its own. A slow machine lets some
  // seconds pass, and with each two a call.
  const second = await server.signIn('demo-officer-wi')
  const more = await Promise.all(Array.from({ length: 60 }, () => call(second)))
  const taken = more.filter((answer) => answer.status === 200).length
  assert.ok(taken < 25, `${taken}`)
})

const upload = async (bytes: number, isTold: boolean) => {
  const client = clientOf(server.address, credential)
  const { reportId } = await client.submit(reportFrom('wisconsin', `limits-${bytes}`))
  const form = new FormData()
  form.set('id', String(reportId))
  form.set('file', new Blob([new Uint8Array(bytes)]), 'synthetic.bin')
  const request = new Request(`${server.address}/ispws/upload`, { method: 'POST', body: form })
  const body = Buffer.from(await request.arrayBuffer())
  const answer = await fetch(request.url, {
    method: 'POST',
    headers: {
      authorization: credential.authorization,
      'content-type': request.headers.get('content-type') ?? '',
    },
    // A stream tells no length: the server finds out as it reads.
    body: isTold ? body : new Blob([body]).stream(),
    ...(isTold ? {} : { duplex: 'half' }),
  } as RequestInit)
  return answer.text()
}

test('a file over the limit is refused in words, whether its length is told or not, and leaves nothing', async () => {
  assert.match(await upload(uploadBytesMax, true), /<responseCode>0</)
  const before = storedFiles()
  for (const isTold of [true, false])
    for (const more of [1, 4 * 1_048_576])
      assert.match(
        await upload(uploadBytesMax + more, isTold),
        />4200<[^]*larger than 2097152 bytes/,
        `${isTold} ${more}`,
      )
  assert.equal(storedFiles(), before)
})

const storedFiles = (): number => filesUnder(join(server.dataDir, 'vault'))
const filesUnder = (folder: string): number =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).length
    : 0

test('over TLS every cookie is Secure and bound to this host by its name, and the plain name opens nothing', async () => {
  const over = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'tips.example.org' }
  const answer = await fetch(`${server.address}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...over },
    body: JSON.stringify({ personId: 'demo-supervisor-wi' }),
  })
  const lines = answer.headers.getSetCookie()
  assert.equal(lines.length, 2)
  for (const line of lines) {
    assert.match(line, /^__Host-tipline_(session|device)=[\w-]{43}; /)
    for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict'])
      assert.ok(line.includes(part), line)
    assert.doesNotMatch(line, /domain=/i)
  }
  const cookie = cookiesAfter(answer)
  const ask = async (headers: Record<string, string>) =>
    (await fetch(`${server.address}/api/session`, { headers })).status
  assert.equal(await ask({ cookie, ...over }), 200)
  assert.equal(await ask({ cookie: cookie.replaceAll('__Host-', ''), ...over }), 401)
  assert.equal(await ask({ cookie }), 401, 'and over plain HTTP it is not looked at')
})

test('a sign-in ends the session that was begun in the same browser', async () => {
  const before = await server.signIn('demo-administrator-wi')
  const ask = async (cookie: string) =>
    (await fetch(`${server.address}/api/session`, { headers: { cookie } })).status
  assert.equal(await ask(before), 200)
  const answer = await fetch(`${server.address}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: before },
    body: JSON.stringify({ personId: 'demo-officer-wa' }),
  })
  const after = cookiesAfter(answer, before)
  assert.equal(await ask(before), 401)
  assert.equal(await ask(after), 200)
  const ended = await entries('session.ended')
  assert.deepEqual(
    ended.map((entry) => [entry.object_id, entry.reason]),
    [['demo-administrator-wi', 'another sign-in in the same browser']],
  )
})

test('what was counted and not yet written down is written when the server stops: no wrong login is lost', async () => {
  await server.stop()
  const told = await refusedFor('wrong password')
  assert.equal(
    told.reduce((sum, entry) => sum + entry.details.calls, 0),
    5 + 60,
  )
})
