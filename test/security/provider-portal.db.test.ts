/** Credentials that are made, rotated, limited and ended, and what a provider's engineer sees: through the real server. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type CheckedDocument,
  type CredentialView,
  type OwnProvider,
  type OwnReport,
  workingCredentialsMax,
} from '@opentipline/contract'
import { printReport } from '@opentipline/formats'
import { parseVerifierKey, verifyReceipt } from '@opentipline/ledger'
import { outcomeOf, refusedByPrivilege } from '../faults/support/as-role.ts'
import { type SignedIn, signedIn } from '../faults/support/person.ts'
import { prepareRefusal, whileRefused } from '../faults/support/refuse-entries.ts'
import { clientOf, fileThin, reportFrom } from '../faults/support/reports.ts'
import { eventually, startTestServer } from '../support/server.ts'

const server = await startTestServer()
await prepareRefusal(server.database)
const live = await server.addProvider('Example Provider')
const other = await server.addProvider('Other Provider')
const rehearsal = await server.addProvider('Example Provider', 'test')
const engineer = await signedIn(server, 'demo-engineer')

const given = async <T>(call: ReturnType<SignedIn['get']>): Promise<T> => {
  const { status, text } = await call
  assert.equal(status, 200, text)
  return JSON.parse(text)
}
const basic = (username: string, password: string): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
const statusAs = async (authorization: string): Promise<Response> =>
  fetch(`${server.address}/ispws/status`, { headers: { authorization } })
const entries = (action: string): Promise<{ actor: string; acting_for: string }[]> =>
  server.database.query(
    'select actor, acting_for from ledger_entry where action = $1 order by at, entry_id',
    [action],
  )
type Made = { credential: CredentialView; password: string }
const join = (provider: string, personId: string) =>
  server.operate(({ providers }) => providers.engineer({ provider, personId, remove: false }))
const make = (environment = 'test'): Promise<Made> =>
  given(engineer.post('/api/provider/credentials', { environment, purpose: ' Synthetic purpose 1 ' }))

test('an engineer of no provider is told so, and is in the ledger as refused', async () => {
  const { status, text } = await engineer.get('/api/provider')
  assert.equal(status, 403)
  assert.match(text, /You belong to no provider yet/)
  await join('Example Provider', 'demo-engineer')
  assert.equal((await engineer.get('/api/provider')).status, 200)
})

test('nobody but somebody with the role becomes an engineer, and nobody of two providers', async () => {
  await assert.rejects(join('Example Provider', 'demo-officer-wi'), /nobody with the role provider engineer/)
  await assert.rejects(join('Other Provider', 'demo-engineer'), /belongs to Example Provider/)
  await assert.rejects(join('No Provider', 'demo-engineer'), /no provider named/)
})

test('an engineer sees the credentials of the own provider, and no password or hash of one', async () => {
  const { provider, credentials } = await given<OwnProvider>(engineer.get('/api/provider'))
  assert.equal(provider.name, 'Example Provider')
  assert.deepEqual(
    credentials.map((each) => each.username).toSorted(),
    [live.username, rehearsal.username].toSorted(),
  )
  const [row] = await server.database.query<{ hmac: string }>(
    `select encode(password_hmac, 'base64') as hmac from provider_credential where username = $1`,
    [live.username],
  )
  const { text } = await engineer.get('/api/provider')
  for (const secret of [row?.hmac ?? '', live.password, 'hmac']) assert.ok(!text.includes(secret))
})

test('a credential that an engineer makes works at once, for its environment, and is shown once', async () => {
  const { credential, password } = await make()
  assert.equal(credential.purpose, 'Synthetic purpose 1')
  assert.equal((await statusAs(basic(credential.username, password))).status, 200)
  const client = clientOf(server.address, { ...live, username: credential.username, password })
  const { reportId } = await client.submit(reportFrom('wisconsin', 'made-by-engineer'))
  const [row] = await server.database.query('select environment from report where report_id = $1', [reportId])
  assert.deepEqual(row, { environment: 'test' })
  assert.ok(!(await engineer.get('/api/provider')).text.includes(password))
  const used = await eventually(async () => {
    const { credentials } = await given<OwnProvider>(engineer.get('/api/provider'))
    return credentials.find((each) => each.username === credential.username && each.lastUsedAt !== null)
  })
  assert.equal(used.limitedAt, null)
})

test('a rotation makes a new one while the old works, until its end; an ended or replaced one is not rotated', async () => {
  const first = await make()
  const path = `/api/provider/credentials/${first.credential.credentialId}/rotate`
  const second = await given<Made>(engineer.post(path, { overlapHours: 24 }))
  assert.equal(second.credential.replaces, first.credential.credentialId)
  for (const { credential, password } of [first, second])
    assert.equal((await statusAs(basic(credential.username, password))).status, 200)
  assert.match((await engineer.post(path, { overlapHours: 1 })).text, /was replaced by/)
  assert.equal((await engineer.post(path, { overlapHours: 10_000 })).status, 400)
  const next = `/api/provider/credentials/${second.credential.credentialId}/rotate`
  const third = await given<Made>(engineer.post(next, { overlapHours: 0 }))
  assert.equal((await statusAs(basic(third.credential.username, third.password))).status, 200)
  await eventually(async () =>
    (await statusAs(basic(second.credential.username, second.password))).status === 401 ? true : undefined,
  )
  assert.equal((await statusAs(basic(first.credential.username, first.password))).status, 200)
})

test('two rotations at the same time make one new credential', async () => {
  const { credential } = await make()
  const path = `/api/provider/credentials/${credential.credentialId}/rotate`
  const told = await Promise.all([1, 2, 3].map(() => engineer.post(path, { overlapHours: 1 })))
  assert.deepEqual(told.map(({ status }) => status).toSorted(), [200, 409, 409])
})

test('a revoked credential is refused within the moment that a check is believed, and for ever', async () => {
  const { credential, password } = await make()
  const authorization = basic(credential.username, password)
  assert.equal((await statusAs(authorization)).status, 200)
  const path = `/api/provider/credentials/${credential.credentialId}/revoke`
  assert.equal((await given<CredentialView>(engineer.post(path))).state, 'revoked')
  await eventually(async () => ((await statusAs(authorization)).status === 401 ? true : undefined))
  assert.equal((await engineer.post(path)).status, 409)
})

test('as many credentials as there may be, and no more', async () => {
  const made: Made[] = []
  for (;;) {
    const { status, text } = await engineer.post('/api/provider/credentials', {
      environment: 'test',
      purpose: '',
    })
    if (status !== 200) {
      assert.match(text, /Revoke one first/)
      break
    }
    made.push(JSON.parse(text))
    assert.ok(made.length <= workingCredentialsMax)
  }
  for (const { credential } of made)
    await engineer.post(`/api/provider/credentials/${credential.credentialId}/revoke`)
})

test('beyond its limit a credential is told to wait, in the form of the Reporting API, and nothing is stored', async () => {
  const slow = await server.addProvider('Slow Provider')
  await server.operate(({ providers }) => providers.limit({ username: slow.username, callsPerMinute: 3 }))
  const document = '<report/>'
  const submit = () =>
    fetch(`${server.address}/ispws/submit`, {
      method: 'POST',
      body: document,
      headers: { authorization: slow.authorization, 'content-type': 'text/xml; charset=utf-8' },
    })
  for (let n = 0; n < 3; n++) assert.equal((await submit()).status, 400)
  const told = await submit()
  assert.equal(told.status, 429)
  assert.match(told.headers.get('content-type') ?? '', /^application\/xml/)
  const wait = Number(told.headers.get('retry-after'))
  assert.ok(wait >= 1 && wait <= 20, `${wait}`)
  const text = await told.text()
  assert.match(
    text,
    /^<\?xml[^>]*><reportResponse><responseCode>1000<\/responseCode><responseDescription>Too many calls/,
  )
  const receipt = await fetch(`${server.address}/ispws-ext/receipt?id=1`, {
    headers: { authorization: slow.authorization },
  })
  assert.equal(receipt.status, 429)
  assert.equal(receipt.headers.has('retry-after'), true)
  // Another credential is not slowed by it.
  assert.equal((await statusAs(other.authorization)).status, 200)
  const [entry] = await eventually(async () => {
    const found = await entries('credential.calls-limited')
    return found.length > 0 ? found : undefined
  })
  assert.equal(entry?.actor, `provider:${slow.providerId}`)
  // One entry a minute, also where the first use of another credential is written down in between.
  const startedMs = Date.now()
  while ((await submit()).status !== 429) continue
  const third = await server.addProvider('Third Provider')
  assert.equal((await statusAs(third.authorization)).status, 200)
  await eventually(async () => {
    const unused = await server.database.query(
      'select from provider_credential where username = $1 and last_used_at is null',
      [third.username],
    )
    return unused.length === 0 ? true : undefined
  })
  if (Date.now() - startedMs < 50_000) assert.equal((await entries('credential.calls-limited')).length, 1)
})

test('no burst gets more through than the limit, however many calls come at once', async () => {
  const busy = await server.addProvider('Busy Provider')
  await server.operate(({ providers }) => providers.limit({ username: busy.username, callsPerMinute: 20 }))
  const told = await Promise.all(Array.from({ length: 60 }, () => statusAs(busy.authorization)))
  const taken = told.filter(({ status }) => status === 200).length
  // A slow machine lets some seconds pass, and with each three a call.
  assert.ok(taken >= 20 && taken < 40, `${taken}`)
  assert.ok(told.every(({ status }) => status === 200 || status === 429))
})

const mine = await fileThin(clientOf(server.address, live), 'wisconsin', 'own-report')
const theirs = await fileThin(clientOf(server.address, other), 'wisconsin', 'others-report')
const tried = await fileThin(clientOf(server.address, rehearsal), 'wisconsin', 'test-report')

test('an engineer sees own reports alone, live and test ones apart', async () => {
  const listed = await engineer.get('/api/provider/reports?environment=live')
  assert.ok(listed.text.includes(`"${mine}"`), listed.text)
  for (const hidden of [theirs, tried]) assert.ok(!listed.text.includes(`"${hidden}"`))
  const tests = await engineer.get('/api/provider/reports?environment=test&state=finished')
  assert.ok(tests.text.includes(`"${tried}"`))
  assert.ok(!tests.text.includes(`"${mine}"`))
  for (const [id, environment, status] of [
    [mine, 'live', 200],
    [mine, 'test', 404],
    [tried, 'live', 404],
    [theirs, 'live', 404],
    [theirs, 'test', 404],
  ] as const) {
    const path = `/api/provider/reports/${id}?environment=${environment}`
    assert.equal((await engineer.get(path)).status, status, path)
    if (status === 404) assert.equal((await engineer.get(path.replace('?', '/receipt?'))).status, 404, path)
  }
})

test('the list goes on where a page ends', async () => {
  const client = clientOf(server.address, live)
  for (const name of ['a', 'b', 'c']) await fileThin(client, 'wisconsin', name)
  const seen: string[] = []
  for (let after = ''; ; ) {
    const page = await given<{ reports: { reportId: string }[]; next?: string }>(
      engineer.get(`/api/provider/reports?environment=live&limit=2${after}`),
    )
    seen.push(...page.reports.map((each) => each.reportId))
    if (page.next === undefined) break
    after = `&after=${page.next}`
  }
  const all = await server.database.query<{ report_id: string }>(
    `select report_id from report where provider_id = $1 and environment = 'live' order by report_id desc`,
    [live.providerId],
  )
  assert.deepEqual(
    seen,
    all.map((row) => row.report_id),
  )
  assert.equal((await engineer.get('/api/provider/reports?environment=live&after=x')).status, 400)
})

test('advice on an own report speaks of what the provider already holds, and never of searching', async () => {
  const report = await given<OwnReport>(engineer.get(`/api/provider/reports/${mine}?environment=live`))
  assert.deepEqual(report.documents, { looked: 1, of: 1 })
  assert.ok(report.check.advice.length > 0)
  for (const { says } of report.check.advice) assert.match(says, /If you already hold it/)
  // 18 U.S.C. 2258A(f): no provider is asked to monitor, search or scan (invariant 7).
  assert.doesNotMatch(JSON.stringify(report.check), /\b(search|scan|monitor|look for)/i)
  assert.doesNotMatch(JSON.stringify(report), /wi-wisconsin|risk|band|signal/i)
})

test('the receipt of an own finished report proves it to whoever holds the log’s key', async () => {
  const receipt = await eventually(async () => {
    const { status, text } = await engineer.get(`/api/provider/reports/${mine}/receipt?environment=live`)
    return status === 200 ? String(JSON.parse(text).receipt) : undefined
  })
  const key = (await (await fetch(`${server.address}/ledger/key`)).text()).trim()
  assert.equal(verifyWith(receipt, key), mine)
})

const verifyWith = (receipt: string, key: string): string => {
  const parsed = parseVerifierKey(key)
  const verdict = verifyReceipt(receipt, { origin: parsed.name, logKeys: [parsed] })
  return verdict.ok ? verdict.entry.object.id : verdict.reason
}

const checked = (document: string): Promise<CheckedDocument> =>
  given(engineer.post('/api/provider/check', { document }))

test('a document that can be read is previewed: its parts, what could be added, and no score or search', async () => {
  const thin = await checked(printReport(reportFrom('wisconsin', 'previewed')))
  assert.deepEqual(thin.errors, [])
  assert.equal(thin.preview?.parts.length, 5)
  assert.ok((thin.preview?.couldAdd.length ?? 0) > 0)
  assert.doesNotMatch(JSON.stringify(thin), /\b(risk|band|signal|search|scan|monitor)/i)
  assert.equal((await checked('<report><no-such-element/></report>')).preview, null)
})

test('a document is checked without anything of it being kept', async () => {
  const before = await server.database.query('select from document')
  const told = await engineer.post('/api/provider/check', { document: '<report><no-such-element/></report>' })
  assert.equal(told.status, 200)
  assert.match(told.text, /"code":4100/)
  assert.equal((await server.database.query('select from document')).length, before.length)
  assert.equal((await engineer.post('/api/provider/check', { document: 'x'.repeat(60_001) })).status, 400)
})

const acts: Record<string, () => Promise<{ action: string; call: () => ReturnType<SignedIn['get']> }>> = {
  readOwnProvider: async () => ({ action: 'provider.read', call: () => engineer.get('/api/provider') }),
  addCredential: async () => ({
    action: 'credential.added',
    call: () => engineer.post('/api/provider/credentials', { environment: 'live', purpose: '' }),
  }),
  rotateCredential: async () => {
    const { credential } = await make('live')
    const path = `/api/provider/credentials/${credential.credentialId}/rotate`
    return { action: 'credential.rotated', call: () => engineer.post(path, { overlapHours: 1 }) }
  },
  revokeCredential: async () => {
    const { credential } = await make('live')
    const path = `/api/provider/credentials/${credential.credentialId}/revoke`
    return { action: 'credential.revoked', call: () => engineer.post(path) }
  },
  listOwnReports: async () => ({
    action: 'report.listed-by-provider',
    call: () => engineer.get('/api/provider/reports?environment=live'),
  }),
  readOwnReport: async () => ({
    action: 'report.read-by-provider',
    call: () => engineer.get(`/api/provider/reports/${mine}?environment=live`),
  }),
  readOwnScorecard: async () => ({
    action: 'provider.scorecard-read',
    call: () => engineer.get('/api/provider/scorecard'),
  }),
  readOwnReceipt: async () => ({
    action: 'report.receipt-read',
    call: () => engineer.get(`/api/provider/reports/${mine}/receipt?environment=live`),
  }),
}
const credentials = () =>
  server.database.query(
    'select credential_id, expires_at, revoked_at from provider_credential order by credential_id',
  )
for (const [name, prepare] of Object.entries(acts))
  test(`invariant 11: ${name} is done with its entry, in the engineer’s name, and not without`, async () => {
    const { action, call } = await prepare()
    const before = await credentials()
    const count = (await entries(action)).length
    assert.equal((await whileRefused(server.database, action, call)).status, 500)
    assert.deepEqual(await credentials(), before, 'done without its entry')
    assert.equal((await call()).status, 200)
    const after = await entries(action)
    assert.equal(after.length, count + 1)
    assert.ok(
      after.some(
        (entry) => entry.actor === 'person:demo-engineer' && entry.acting_for === String(live.providerId),
      ),
    )
  })

test('the second lock: no role but the administrating one reads a hash of a password', async () => {
  for (const role of ['tipline_intake', 'tipline_desk', 'tipline_pipeline', 'tipline_ledger'])
    assert.equal(
      await outcomeOf(
        server.database.url,
        role,
        { provider: '1', person: 'demo-engineer' },
        'select password_hmac from provider_credential',
      ),
      refusedByPrivilege,
      role,
    )
})

test('an engineer whose place has ended sees nothing any more', async () => {
  await server.operate(({ providers }) =>
    providers.engineer({ provider: 'Example Provider', personId: 'demo-engineer', remove: true }),
  )
  for (const path of ['/api/provider', `/api/provider/reports/${mine}?environment=live`])
    assert.equal((await engineer.get(path)).status, 403, path)
})
