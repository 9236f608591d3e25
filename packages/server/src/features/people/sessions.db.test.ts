/** Sessions over HTTP, with a clock that the test moves. */
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { SessionView } from '@opentipline/contract'
import { cookiesAfter, startTestServer } from '../../../../../test/support/server.ts'

let now = new Date()
beforeEach(() => {
  now = new Date()
})
const minutes = (count: number): void => {
  now = new Date(now.getTime() + count * 60_000)
}
const server = await startTestServer(undefined, { clock: () => now })
const officer = 'demo-officer-wi'

/** A browser: keeps its cookies, and shows what it was told. */
const browser = (cookie = '') => {
  const self = {
    cookie,
    call: async (
      method: 'GET' | 'POST',
      path: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ) => {
      const answer = await fetch(`${server.address}/api${path}`, {
        method,
        headers: { cookie: self.cookie, 'content-type': 'application/json', ...headers },
        ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
      })
      self.cookie = cookiesAfter(answer, self.cookie)
      const text = await answer.text()
      const value = JSON.parse(text === '' ? '{}' : text)
      return { status: answer.status, code: String(value.code ?? ''), value }
    },
    view: async (): Promise<SessionView> => (await self.call('GET', '/session')).value,
  }
  return self
}
const signedIn = async () => {
  const one = browser()
  assert.equal((await one.call('POST', '/demo/sign-in', { personId: officer })).status, 200)
  return one
}
const stepUp = { thisIsADemonstration: true }
const cookieOf = (one: { cookie: string }, name: string): string =>
  one.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`)) ?? ''
const entries = async (action: string): Promise<{ actor: string; acting_for: string | null }[]> =>
  server.database.query(
    'select actor, acting_for from ledger_entry where action = $1 order by at, entry_id',
    [action],
  )

test('a session left alone for 15 minutes answers nothing until the person proves who they are', async () => {
  const one = await signedIn()
  minutes(15)
  assert.equal((await one.call('GET', '/tips')).status, 200, 'fifteen minutes to the second are not over yet')
  minutes(15.1)
  for (const path of ['/tips', '/policies', '/agencies'])
    assert.deepEqual(
      { status: 401, code: 'session-locked' },
      (({ status, code }) => ({ status, code }))(await one.call('GET', path)),
    )
  assert.equal((await one.call('POST', '/session/lock')).code, 'session-locked')
  assert.equal((await one.view()).locked, true)
  const locked = cookieOf(one, 'tipline_session')
  assert.equal((await one.call('POST', '/demo/step-up', stepUp)).status, 200)
  assert.notEqual(cookieOf(one, 'tipline_session'), locked, 'the token turns')
  assert.equal((await one.call('GET', '/tips')).status, 200)
  assert.deepEqual(await entries('session.unlocked'), [
    { actor: `person:${officer}`, acting_for: 'wi-wisconsin' },
  ])
})

test('what the desk asks by itself keeps no session open', async () => {
  const one = await signedIn()
  for (let each = 0; each < 4; each += 1) {
    minutes(4)
    await one.call('GET', '/tips', undefined, { 'tipline-unattended': '1' })
  }
  assert.equal((await one.call('GET', '/tips')).code, 'session-locked')
})

test('a session that is used stays open past the idle limit, ends after 12 hours, and its token turns meanwhile', async () => {
  const one = await signedIn()
  const tokens = new Set<string>()
  for (let passed = 0; passed < 12 * 60; passed += 10) {
    assert.equal((await one.call('GET', '/session')).status, 200, `${passed} minutes`)
    tokens.add(cookieOf(one, 'tipline_session'))
    minutes(10)
  }
  assert.ok(tokens.size > 10, `${tokens.size} tokens`)
  assert.equal((await one.call('GET', '/session')).code, 'not-signed-in')
})

test('of calls that come at once when the token turns none fails, and one turns it', async () => {
  const one = await signedIn()
  minutes(8)
  await one.call('GET', '/session')
  minutes(8)
  const before = one.cookie
  const fresh = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const other = browser(before)
      assert.equal((await other.call('GET', '/tips')).status, 200)
      return other.cookie
    }),
  )
  assert.equal(fresh.filter((cookie) => cookie !== before).length, 1)
})

test('a replaced token that is used again ends the session for whoever holds the other', async () => {
  const one = await signedIn()
  const copied = browser(one.cookie)
  await one.call('POST', '/demo/step-up', stepUp)
  assert.equal((await copied.call('GET', '/session')).status, 200, 'a call that was on its way')
  minutes(1)
  assert.equal((await copied.call('GET', '/session')).code, 'not-signed-in')
  assert.equal((await one.call('GET', '/session')).code, 'not-signed-in')
})

test('on another device the token opens nothing, and the attempt is in the ledger', async () => {
  const one = await signedIn()
  const other = await signedIn()
  const session = cookieOf(one, 'tipline_session')
  for (const device of ['', cookieOf(other, 'tipline_device')])
    assert.equal((await browser(`${session}; ${device}`).call('GET', '/session')).code, 'not-signed-in')
  assert.equal((await entries('session.refused')).length, 2)
  assert.equal((await one.call('GET', '/session')).status, 200)
})

test('a token that was there before the sign-in is worth nothing after it', async () => {
  const planted = 'A'.repeat(43)
  const one = browser(`tipline_session=${planted}; tipline_device=${'B'.repeat(43)}`)
  await one.call('POST', '/demo/sign-in', { personId: officer })
  assert.notEqual(cookieOf(one, 'tipline_session'), `tipline_session=${planted}`)
  const attacker = browser(`tipline_session=${planted}; tipline_device=${'B'.repeat(43)}`)
  assert.equal((await attacker.call('GET', '/session')).code, 'not-signed-in')
})

test('an export asks for a fresh proof after five minutes, and goes on when it is given', async () => {
  const one = await signedIn()
  const path = '/reports/1/le-json'
  assert.equal((await one.call('GET', path)).status, 404, 'fresh from the sign-in')
  minutes(6)
  assert.equal((await one.call('GET', path)).code, 'step-up-needed')
  assert.ok(new Date((await one.view()).provenUntil) < now)
  assert.equal((await one.call('POST', '/demo/step-up', {})).status, 400, 'it has to be said in words')
  assert.equal((await one.call('POST', '/demo/step-up', stepUp)).status, 200)
  assert.equal((await one.call('GET', path)).status, 404)
})

test('ending another session of one’s own asks for a fresh proof', async () => {
  const [one, other] = [await signedIn(), await signedIn()]
  const { value } = await other.call('GET', '/account')
  const account: { sessions: { sessionId: string; current: boolean }[] } = value
  const theirs = account.sessions.find((each) => each.current)
  const end = () => one.call('POST', `/account/sessions/${theirs?.sessionId}/end`)
  minutes(6)
  assert.equal((await end()).code, 'step-up-needed')
  assert.equal((await other.call('GET', '/session')).status, 200)
  assert.equal((await one.call('POST', '/demo/step-up', stepUp)).status, 200)
  assert.equal((await end()).status, 200)
  assert.equal((await other.call('GET', '/session')).code, 'not-signed-in')
})

test('who may not do it at all is not asked to prove anything', async () => {
  const one = browser()
  await one.call('POST', '/demo/sign-in', { personId: 'demo-auditor' })
  minutes(6)
  assert.equal((await one.call('GET', '/reports/1/le-json')).status, 403)
})

test('a locked session can be ended, and an ended one is over', async () => {
  const one = await signedIn()
  assert.equal((await one.call('POST', '/session/lock')).status, 200)
  assert.equal((await one.call('GET', '/tips')).code, 'session-locked')
  assert.equal((await one.call('POST', '/session/end')).status, 200)
  assert.equal((await one.call('GET', '/session')).code, 'not-signed-in')
})

test('the cookies are for this site alone and for no script', async () => {
  const answer = await fetch(`${server.address}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: officer }),
  })
  const set = answer.headers.getSetCookie()
  assert.equal(set.length, 2)
  for (const line of set) assert.match(line, /; HttpOnly.*; SameSite=Strict/i)
})
