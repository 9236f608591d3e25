/** The browser's defences are on every answer, whoever asks and whatever comes of it; and the pages need no inline script. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operations } from '@opentipline/contract'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer()
const credential = await server.addProvider('Example Provider')
const officer = await server.signIn('demo-officer-wi')

const wanted: Record<string, RegExp> = {
  'content-security-policy':
    /^default-src 'none'; script-src 'self';.*base-uri 'none'; frame-ancestors 'none'$/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^(SAMEORIGIN|DENY)$/,
  'referrer-policy': /^no-referrer$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
  'request-id': /^[0-9a-f-]{36}$/,
}

/** JSON has one encoding and takes no parameter (RFC 8259, section 11); every other text names its own. */
const typed = /^application\/(problem\+)?json(; charset=utf-8)?$|; ?charset=utf-8$/i

const asks: Record<string, RequestInit & { path: string }> = {
  'the start page': { path: '/', headers: { accept: 'text/html' } },
  'a page of the desk’s own': { path: '/tips/1', headers: { accept: 'text/html' } },
  nothing: { path: '/nothing-here' },
  'a call without a session': { path: '/api/session' },
  'a call with one': { path: '/api/session', headers: { cookie: officer } },
  'a refusal': { path: '/api/pipeline', headers: { cookie: officer } },
  'a bad request': { path: '/api/tips?limit=0', headers: { cookie: officer } },
  'a broken body': {
    path: '/api/demo/sign-in',
    method: 'POST',
    body: '{',
    headers: { 'content-type': 'application/json' },
  },
  'a body that is too large': {
    path: '/api/demo/sign-in',
    method: 'POST',
    body: 'x'.repeat(300_000),
    headers: { 'content-type': 'application/json' },
  },
  'the contract': { path: '/api/openapi.json' },
  'a provider’s call': { path: '/ispws/status', headers: { authorization: credential.authorization } },
  'a provider’s call without credentials': { path: '/ispws/submit', method: 'POST' },
  'a receipt': { path: '/ispws-ext/receipt?id=1', headers: { authorization: credential.authorization } },
  'the log’s key': { path: '/ledger/key' },
  'a tile that is not there': { path: '/ledger/tile/0/999' },
  'the health': { path: '/health/live' },
}

for (const [what, { path, ...init }] of Object.entries(asks))
  test(`${what} is answered with every header`, async () => {
    const answer = await fetch(`${server.address}${path}`, init)
    await answer.arrayBuffer()
    assert.ok(answer.status !== 500, `${answer.status}`)
    for (const [name, pattern] of Object.entries(wanted))
      assert.match(answer.headers.get(name) ?? 'not there', pattern, name)
    // What it is, and for text in which characters.
    assert.match(answer.headers.get('content-type') ?? 'not there', typed, what)
  })

test('the policy lets no inline or evaluated script run, and the page has none', async () => {
  const page = await fetch(server.address, { headers: { accept: 'text/html' } })
  const policy = page.headers.get('content-security-policy') ?? ''
  assert.doesNotMatch(policy, /unsafe-|https?:|\*/)
  const html = await page.text()
  for (const [script = ''] of html.matchAll(/<script[^>]*>[^<]*/g))
    assert.match(script, /\ssrc="\/[^/]/, script)
  assert.doesNotMatch(html, /\son\w+=|<style|javascript:/i)
})

test('a write that another site’s page started is refused', async () => {
  const elsewhere: Record<string, string>[] = [
    { origin: 'https://example.net' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of elsewhere) {
    const answer = await fetch(`${server.address}/api/session/end`, {
      method: 'POST',
      headers: { cookie: officer, ...headers },
    })
    assert.equal(answer.status, 403)
  }
  assert.equal((await fetch(`${server.address}/api/session`, { headers: { cookie: officer } })).status, 200)
})

test('no operation that changes anything is taken from another site’s page, signed in or not', async () => {
  const writes = Object.entries(operations).filter(([, { method }]) => method === 'POST')
  assert.ok(writes.length > 80, `${writes.length}`)
  for (const [name, { path }] of writes)
    for (const cookie of ['', officer]) {
      const answer = await fetch(`${server.address}${path.replaceAll(/:\w+/g, '1')}`, {
        method: 'POST',
        headers: { cookie, origin: 'https://example.net', 'content-type': 'application/json' },
        body: '{}',
      })
      assert.equal(answer.status, 403, name)
      assert.match(await answer.text(), /started by another site/, name)
    }
})

test('answers with somebody’s data are kept by no cache', async () => {
  const answer = await fetch(`${server.address}/api/session`, { headers: { cookie: officer } })
  assert.equal(answer.headers.get('cache-control'), 'no-store')
})

/** How the answer to an officer's call is coded. */
const coding = async (path: string, headers: Record<string, string>) => {
  const answer = await fetch(`${server.address}${path}`, {
    headers: { cookie: officer, 'accept-encoding': 'gzip, br', ...headers },
  })
  await answer.arrayBuffer()
  return answer.headers.get('content-encoding')
}

test('long JSON is compressed for the desk, and never where another site asked or where a secret is told', async () => {
  const long = '/api/openapi.json'
  assert.equal(await coding(long, {}), 'br')
  assert.equal(await coding(long, { 'sec-fetch-site': 'same-origin' }), 'br')
  assert.equal(await coding(long, { 'accept-encoding': 'gzip, br;q=0' }), 'gzip')
  assert.equal(await coding(long, { 'accept-encoding': 'identity' }), null)
  assert.equal(await coding(long, { 'sec-fetch-site': 'cross-site' }), null)
  assert.equal(await coding(long, { 'sec-fetch-site': 'same-site' }), null)
  assert.equal(await coding('/api/session', {}), null, 'short')
})
