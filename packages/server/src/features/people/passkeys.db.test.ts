/** Passkeys over HTTP, with an authenticator in software and a clock that the test moves. */
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { PasskeyRequest } from '@opentipline/contract'
import { type Forgery, newAuthenticator } from '../../../../../test/support/authenticator.ts'
import {
  begun,
  browserAt,
  enrol,
  enrolled,
  inviteByCommand,
  originOf,
  proveBy,
  signInBy,
} from '../../../../../test/support/people.ts'
import { startTestServer } from '../../../../../test/support/server.ts'

let now = new Date()
beforeEach(() => {
  now = new Date()
})
const minutes = (count: number): void => {
  now = new Date(now.getTime() + count * 60_000)
}
const server = await startTestServer(undefined, { clock: () => now, demo: false })
const administrator = (name: string) => ({ name, agencyId: 'wi-wisconsin', role: 'agency administrator' })
let made = 0
const somebody = () => enrolled(server, administrator(`Synthetic Person ${(made += 1)}`))
const entries = async (action: string, id: string): Promise<number> =>
  (await server.database.query('select from ledger_entry where action = $1 and object_id = $2', [action, id]))
    .length

test('a link registers a passkey once, and the passkey signs in, unlocks and steps up', async () => {
  const token = await inviteByCommand(server, administrator('Synthetic Person'))
  const browser = browserAt(server.address)
  const told = await browser.call('POST', '/invitation', { token })
  assert.partialDeepStrictEqual(told.value, { name: 'Synthetic Person', purpose: 'join' })
  const device = newAuthenticator(originOf(server))
  assert.equal((await enrol(browser, token, device)).status, 200)
  const view = await browser.view()
  assert.deepEqual([view.method, view.demo, view.actingFor.role], ['passkey', false, 'agency administrator'])
  assert.equal((await browser.call('POST', '/invitation', { token })).code, 'link-used')
  assert.equal((await browser.call('POST', '/session/end')).status, 200)

  assert.equal((await signInBy(browser, device)).status, 200)
  await browser.call('POST', '/session/lock')
  assert.equal((await browser.call('GET', '/people')).code, 'session-locked')
  assert.equal((await proveBy(browser, device)).status, 200)
  assert.equal((await browser.call('GET', '/people')).status, 200)
  assert.equal(await entries('session.unlocked', view.person.personId), 1)
})

test('a link is good for 24 hours and is withdrawn by the next; where demonstration people are none nobody signs in as one', async () => {
  const token = await inviteByCommand(server, administrator('Synthetic Person'))
  const browser = browserAt(server.address)
  minutes(24 * 60 + 1)
  assert.equal((await browser.call('POST', '/invitation', { token })).status, 410)
  assert.equal((await browser.call('POST', '/demo/sign-in', { personId: 'demo-officer-wi' })).status, 404)
  assert.equal((await browser.call('POST', '/invitation', { token: 'x'.repeat(43) })).status, 410)
})

const forgeries: Record<string, Forgery> = {
  'another site': { origin: 'https://example.net' },
  'another name': { rpId: 'example.net' },
  'another challenge': { challenge: 'x'.repeat(43) },
  'no user verification': { unverified: true },
  'another key': { foreignKey: true },
  'a counter that goes back': { counter: 1 },
}
for (const [what, forgery] of Object.entries(forgeries))
  test(`a sign-in with ${what} is refused and is in the ledger`, async () => {
    const { device, personId } = await somebody()
    const browser = browserAt(server.address)
    assert.equal((await signInBy(browser, device)).status, 200)
    const told = await signInBy(browserAt(server.address), device, forgery)
    assert.equal(told.code, 'sign-in-failed')
    assert.equal(await entries('sign-in.failed', personId), 1)
  })

test('a registration with anything wrong is refused, and the link can be tried again', async () => {
  const token = await inviteByCommand(server, administrator('Synthetic Person'))
  const device = newAuthenticator(originOf(server))
  for (const what of ['another site', 'another name', 'another challenge', 'no user verification'])
    assert.equal((await enrol(browserAt(server.address), token, device, forgeries[what])).status, 400, what)
  assert.equal((await enrol(browserAt(server.address), token, device)).status, 200)
})

test('a challenge counts once, in the browser that asked, for five minutes, for its purpose', async () => {
  const { device } = await somebody()
  const browser = browserAt(server.address)
  const ask = async () => begun<PasskeyRequest>(await browser.call('POST', '/sign-in/passkey/begin'))
  const answer = (who: typeof browser, { challengeId, options }: Awaited<ReturnType<typeof ask>>) =>
    who.call('POST', '/sign-in/passkey', { challengeId, assertion: device.sign(options) })

  const twice = await ask()
  const assertion = device.sign(twice.options)
  const body = { challengeId: twice.challengeId, assertion }
  assert.equal((await browser.call('POST', '/sign-in/passkey', body)).status, 200)
  assert.equal((await browser.call('POST', '/sign-in/passkey', body)).code, 'sign-in-failed', 'replayed')
  assert.equal((await answer(browserAt(server.address), await ask())).code, 'sign-in-failed', 'elsewhere')
  const old = await ask()
  minutes(6)
  assert.equal((await answer(browser, old)).code, 'sign-in-failed', 'too late')
  const proof = begun<PasskeyRequest>(await browser.call('POST', '/session/proof/begin'))
  assert.equal((await answer(browser, proof)).code, 'sign-in-failed', 'of another purpose')
})

test('somebody else’s passkey proves nothing at one’s desk', async () => {
  const one = await somebody()
  const other = await somebody()
  const { challengeId, options } = begun<PasskeyRequest>(
    await one.browser.call('POST', '/session/proof/begin'),
  )
  const body = { challengeId, assertion: other.device.sign(options) }
  assert.equal((await one.browser.call('POST', '/session/proof', body)).code, 'sign-in-failed')
})

test('five failures in 15 minutes lock the account, whose open session stays; the sixth good one is refused', async () => {
  const { device, personId, browser } = await somebody()
  const fail = () => signInBy(browserAt(server.address), device, { foreignKey: true })
  for (let each = 0; each < 4; each += 1) await fail()
  minutes(16)
  await fail()
  assert.equal((await signInBy(browserAt(server.address), device)).status, 200, 'four were long ago')
  for (let each = 0; each < 4; each += 1) await fail()
  assert.equal((await signInBy(browserAt(server.address), device)).code, 'account-locked')
  assert.equal(await entries('person.locked', personId), 1)
  assert.equal(await entries('sign-in.failed', personId), 10)
  minutes(60)
  assert.equal(
    (await signInBy(browserAt(server.address), device)).code,
    'account-locked',
    'no time unlocks it',
  )
  assert.notEqual((await browser.call('GET', '/session')).status, 500)
})

test('an account that is not used for 90 days is disabled, and the ledger says so', async () => {
  const { device, personId } = await somebody()
  minutes(89 * 24 * 60)
  assert.equal((await signInBy(browserAt(server.address), device)).status, 200)
  minutes(91 * 24 * 60)
  assert.equal((await signInBy(browserAt(server.address), device)).code, 'account-locked')
  assert.equal(await entries('person.disabled', personId), 1)
})

test('no actor comes from a body: a person in it is refused or changes nothing', async () => {
  const one = await somebody()
  const told = await one.browser.call('POST', '/account/device/ask', {
    because: 'Synthetic',
    personId: 'somebody-else',
    askedBy: 'somebody-else',
  })
  assert.ok(told.status === 200 || told.status === 400)
  const rows = await server.database.query(
    `select from access_change where asked_by = 'somebody-else' or person_id = 'somebody-else'`,
  )
  assert.equal(rows.length, 0)
})
