/** Who may do what, and the second person: over HTTP, with passkeys in software. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Account, AgencyPeople, PasskeyCreation } from '@opentipline/contract'
import { newAuthenticator } from '../../../../../test/support/authenticator.ts'
import {
  begun,
  browserAt,
  enrolled,
  enrolledBy,
  originOf,
  signInBy,
  type TestBrowser,
  tokenIn,
  type Told,
} from '../../../../../test/support/people.ts'
import { startTestServer } from '../../../../../test/support/server.ts'

let now = new Date()
/** A moment: what stands in order of time below is made one after the other. */
const wait = (): void => {
  now = new Date(now.getTime() + 1_000)
}
const server = await startTestServer(undefined, { demo: false, clock: () => now })
const because = 'Synthetic reason'
const first = await enrolled(server, {
  name: 'First Administrator',
  agencyId: 'wi-wisconsin',
  role: 'agency administrator',
})
const invite = (browser: TestBrowser, name: string, role: string): Promise<Told> =>
  browser.call('POST', '/people/invite', { name, role, because })
const changeIdOf = (told: Told): string => {
  const { change } = told.value as { change: { changeId: string } }
  return change.changeId
}
const stateOf = (told: Told): string => (told.value as { change: { state: string } }).change.state
const decide = (browser: TestBrowser, changeId: string, approve = true): Promise<Told> =>
  browser.call('POST', `/people/changes/${changeId}`, { approve })
const listed = async (browser: TestBrowser) =>
  (await browser.call('GET', '/people')).value as unknown as AgencyPeople
const reasons = (action: string): Promise<{ text: string }[]> =>
  server.database.query(
    `select convert_from(canonical, 'UTF8') as text from ledger_entry where action = $1 order by at`,
    [action],
  )

// The first administrator has nobody beside them: what they ask takes effect, and the ledger says why.
const alone = await invite(first.browser, 'Second Supervisor', 'agency supervisor')
const second = await enrolledBy(server, tokenIn(alone))
const waiting = await invite(first.browser, 'Third Officer', 'officer')

test('the first administrator begins alone, and the ledger says that nobody else was there', async () => {
  assert.equal(stateOf(alone), 'alone')
  assert.match((await reasons('access.alone'))[0]?.text ?? '', /the agency has no second person/)
})

test('from the second approver on nobody is let in by one person: who asked cannot approve, who approves gets the link', async () => {
  assert.equal(stateOf(waiting), 'waiting')
  assert.equal(waiting.value.link, undefined)
  assert.equal((await decide(first.browser, changeIdOf(waiting))).status, 403)
  const people = await listed(first.browser)
  assert.deepEqual(
    people.people.map((each) => each.name),
    ['First Administrator', 'Second Supervisor'],
  )
  const approved = await decide(second.browser, changeIdOf(waiting))
  assert.equal(approved.status, 200, JSON.stringify(approved.value))
  assert.equal((await decide(second.browser, changeIdOf(waiting))).status, 409, 'once')
  const third = await enrolledBy(server, tokenIn(approved))
  assert.equal((await third.browser.call('GET', '/tips')).status, 200)
  assert.equal((await third.browser.call('GET', '/people')).status, 403)
})

test('nobody changes their own access, and a refused change changes nothing', async () => {
  for (const [path, body] of [
    ['role', { role: 'officer', because }],
    ['end', { because }],
    ['unlock', {}],
    ['recover', { because }],
  ] as const)
    assert.equal(
      (await first.browser.call('POST', `/people/${first.personId}/${path}`, body)).status,
      403,
      path,
    )
  // The supervisor is the only other approver, and it is about them: nobody is left, so it would take effect alone.
  const fourth = await decide(
    second.browser,
    changeIdOf(await invite(first.browser, 'Fourth Administrator', 'agency administrator')),
  )
  const another = await enrolledBy(server, tokenIn(fourth))
  const asked = await first.browser.call('POST', `/people/${second.personId}/role`, {
    role: 'auditor',
    because,
  })
  assert.equal(stateOf(asked), 'waiting')
  assert.equal((await decide(second.browser, changeIdOf(asked))).status, 403, 'it is about them')
  assert.equal(stateOf(await decide(another.browser, changeIdOf(asked), false)), 'refused')
  const role = (await listed(first.browser)).people.find((each) => each.personId === second.personId)?.role
  assert.equal(role, 'agency supervisor')
})

test('a role that is not of the house is refused, and another agency’s people are not there', async () => {
  assert.equal((await invite(first.browser, 'X', 'clearinghouse analyst')).status, 400)
  const other = await enrolled(server, {
    name: 'Elsewhere',
    agencyId: 'wa-washington',
    role: 'agency administrator',
  })
  const body = { role: 'auditor', because }
  assert.equal((await other.browser.call('POST', `/people/${second.personId}/role`, body)).status, 404)
  assert.equal((await decide(other.browser, changeIdOf(waiting))).status, 404)
  assert.equal((await listed(other.browser)).people.length, 1)
})

test('recovery makes every passkey worth nothing, and needs a second person who is neither of the two', async () => {
  const lost = await enrolledBy(
    server,
    tokenIn(
      await decide(second.browser, changeIdOf(await invite(first.browser, 'Fifth Officer', 'officer'))),
    ),
  )
  const asked = await first.browser.call('POST', `/people/${lost.personId}/recover`, { because })
  assert.equal(stateOf(asked), 'waiting')
  assert.equal((await signInBy(browserAt(server.address), lost.device)).status, 200, 'until it is approved')
  const approved = await decide(second.browser, changeIdOf(asked))
  assert.equal((await signInBy(browserAt(server.address), lost.device)).code, 'sign-in-failed')
  assert.equal((await lost.browser.call('GET', '/session')).status, 401)
  const again = await enrolledBy(server, tokenIn(approved))
  assert.equal(again.personId, lost.personId)
})

test('who is recovered by one agency loses what another gave, until that one gives it again', async () => {
  const guest = await enrolled(server, {
    name: 'Guest Administrator',
    agencyId: 'mn-minnesota',
    role: 'agency administrator',
  })
  const joined = await decide(
    second.browser,
    changeIdOf(
      await first.browser.call('POST', '/people/invite', {
        personId: guest.personId,
        role: 'officer',
        because,
      }),
    ),
  )
  assert.equal(joined.value.link, undefined, 'they have a passkey')
  assert.equal((await guest.browser.view()).memberships.length, 2)
  const asked = await first.browser.call('POST', `/people/${guest.personId}/recover`, { because })
  const back = await enrolledBy(server, tokenIn(await decide(second.browser, changeIdOf(asked))))
  assert.deepEqual(
    (await back.browser.view()).memberships.map((each) => each.agency.agencyId),
    ['wi-wisconsin'],
  )
})

test('a further device is registered only after a second person approved it, once', async () => {
  const { browser } = second
  wait()
  assert.equal((await browser.call('POST', '/account/device/begin')).status, 409)
  assert.equal((await browser.call('POST', '/account/device/ask', { because })).status, 200)
  const account = async () => (await browser.call('GET', '/account')).value as unknown as Account
  assert.equal((await account()).device.state, 'waiting')
  const change = (await listed(first.browser)).changes.find((each) => each.kind === 'device')
  assert.equal((await decide(browser, change?.changeId ?? '')).status, 403, 'not one’s own')
  assert.equal((await decide(first.browser, change?.changeId ?? '')).status, 200)
  const { challengeId, options } = begun<PasskeyCreation>(await browser.call('POST', '/account/device/begin'))
  const device = newAuthenticator(originOf(server))
  const body = { challengeId, registration: device.register(options), label: 'Second key' }
  assert.equal((await browser.call('POST', '/account/device', body)).status, 200)
  assert.equal((await browser.call('POST', '/account/device/begin')).status, 409, 'once')
  assert.equal((await signInBy(browserAt(server.address), device)).status, 200)
  wait()
  const elsewhere = browserAt(server.address)
  assert.equal((await signInBy(elsewhere, device)).status, 200)
  const { passkeys, sessions } = await account()
  assert.equal(passkeys.length, 2)
  // The newest first: the one elsewhere stays until a passkey is removed.
  const [, other] = sessions.filter((each) => !each.current)
  assert.equal((await browser.call('POST', `/account/sessions/${other?.sessionId}/end`)).status, 200)
  assert.equal((await elsewhere.call('GET', '/session')).status, 200)
  for (const [index, status] of [200, 409].entries())
    assert.equal(
      (await browser.call('POST', `/account/passkeys/${passkeys[index]?.passkeyId}/remove`)).status,
      status,
    )
  assert.equal((await elsewhere.call('GET', '/session')).status, 401, 'what a lost device had open is over')
  assert.equal((await browser.call('GET', '/session')).status, 200)
})

test('a locked account is unlocked by an administrator, and whose membership ended is out', async () => {
  const person = await enrolledBy(
    server,
    tokenIn(
      await decide(second.browser, changeIdOf(await invite(first.browser, 'Sixth Officer', 'officer'))),
    ),
  )
  for (let each = 0; each < 5; each += 1)
    await signInBy(browserAt(server.address), person.device, { foreignKey: true })
  const found = async () =>
    (await listed(first.browser)).people.find((each) => each.personId === person.personId)
  assert.equal((await found())?.state, 'locked')
  assert.equal((await second.browser.call('POST', `/people/${person.personId}/unlock`)).status, 403)
  assert.equal((await first.browser.call('POST', `/people/${person.personId}/unlock`)).status, 200)
  assert.equal((await signInBy(browserAt(server.address), person.device)).status, 200)
  assert.equal((await first.browser.call('POST', `/people/${person.personId}/end`, { because })).status, 200)
  assert.equal((await person.browser.call('GET', '/session')).status, 401)
  assert.equal((await signInBy(browserAt(server.address), person.device)).status, 403)
})

test('every change asks for a fresh proof', async () => {
  now = new Date(Date.now() + 6 * 60_000)
  assert.equal((await invite(first.browser, 'X', 'officer')).code, 'step-up-needed')
  for (const path of ['role', 'recover', 'end', 'subject'])
    assert.equal(
      (
        await first.browser.call('POST', `/people/${second.personId}/${path}`, {
          because,
          role: 'auditor',
          subject: 'x',
        })
      ).code,
      'step-up-needed',
      path,
    )
})
