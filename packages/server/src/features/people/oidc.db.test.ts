/** Sign-in by an agency's OpenID provider, against a real one on this machine. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startOpenId, type TestOpenId, type TokenForgery } from '../../../../../test/support/openid.ts'
import { browserAt, enrolled, originOf, type TestBrowser } from '../../../../../test/support/people.ts'
import { cookiesAfter, startTestServer } from '../../../../../test/support/server.ts'

let late = 0
const server = await startTestServer(undefined, { demo: false, clock: () => new Date(Date.now() + late) })
const [basic, post] = await Promise.all([
  startOpenId({ after }, originOf(server), 'client_secret_basic'),
  startOpenId({ after }, originOf(server), 'client_secret_post'),
])
const agencyId = 'wi-wisconsin'
const because = 'Synthetic reason'
const signsInBy = (agency: string, { issuer, client }: TestOpenId, secondFactor = 'trusted') =>
  server.operate((administration) =>
    administration.setOidc({
      agencyId: agency,
      issuer,
      clientId: client.id,
      secret: client.secret,
      secondFactor,
    }),
  )
await signsInBy(agencyId, basic)
await signsInBy('wa-washington', post)

const administrator = await enrolled(server, {
  name: 'First Administrator',
  agencyId,
  role: 'agency administrator',
})
const elsewhere = await enrolled(server, {
  name: 'Other Administrator',
  agencyId: 'wa-washington',
  role: 'agency administrator',
})
/** A new officer whom the provider knows by a subject. */
const officer = async (subject: string, by = administrator.browser): Promise<string> => {
  const told = await by.call('POST', '/people/invite', { name: subject, role: 'officer', because, subject })
  assert.equal(told.status, 200, JSON.stringify(told.value))
  assert.equal(told.value.link, undefined, 'who signs in by the provider needs no link')
  return (told.value as { change: { person: { personId: string } } }).change.person.personId
}
const subject = 'synthetic-subject-1'
const personId = await officer(subject)

const begin = async (browser: TestBrowser, agency = agencyId): Promise<string> => {
  const told = await browser.call('POST', '/sign-in/oidc/begin', { agencyId: agency })
  assert.equal(told.status, 200, JSON.stringify(told.value))
  return String(told.value.url)
}
/** Follows the provider back; gives where the desk leads then. */
const back = async (browser: TestBrowser, url: string): Promise<string> => {
  const { pathname, search } = new URL(url)
  const answer = await fetch(server.address + pathname + search, {
    redirect: 'manual',
    headers: { cookie: browser.cookie },
  })
  browser.cookie = cookiesAfter(answer, browser.cookie)
  assert.equal(answer.status, 303)
  return answer.headers.get('location') ?? ''
}
const signedIn = async (who = subject, provider = basic, agency = agencyId) => {
  const browser = browserAt(server.address)
  const visit = provider.newVisitor()
  const leads = await back(browser, await visit(await begin(browser, agency), who))
  return { browser, visit, leads }
}
const refused = '/?signIn=sign-in-failed'
const isOut = async (browser: TestBrowser): Promise<void> =>
  assert.equal((await browser.call('GET', '/session')).code, 'not-signed-in')
const count = async (text: string, values: unknown[] = []): Promise<number> =>
  (await server.database.query(text, values)).length
const failures = () => count(`select from ledger_entry where action = 'sign-in.failed'`)
const entries = (action: string, id: string): Promise<number> =>
  count('select from ledger_entry where action = $1 and object_id = $2', [action, id])

test('a person signs in by their agency’s provider, by the subject that a colleague added', async () => {
  const ways = await browserAt(server.address).call('GET', '/sign-in')
  assert.equal((ways.value as { oidc: unknown[] }).oidc.length, 2)
  const { browser, leads } = await signedIn()
  assert.equal(leads, '/')
  const view = await browser.view()
  assert.deepEqual([view.person.personId, view.method, view.locked], [personId, 'oidc', false])
  assert.deepEqual([view.actingFor.agency.agencyId, view.actingFor.role], [agencyId, 'officer'])
  assert.equal((await browser.call('GET', '/tips')).status, 200)
  assert.equal(await entries('session.began', personId), 1)
})

test('the question asks for the code flow with PKCE, and for nothing but who it is', async () => {
  const { searchParams } = new URL(await begin(browserAt(server.address)))
  const asked = Object.fromEntries(searchParams)
  assert.partialDeepStrictEqual(asked, {
    response_type: 'code',
    scope: 'openid',
    code_challenge_method: 'S256',
    prompt: 'login',
    max_age: '60',
    redirect_uri: `${originOf(server)}/api/oidc/callback/${agencyId}`,
  })
  for (const name of ['state', 'nonce', 'code_challenge'])
    assert.match(asked[name] ?? '', /^[\w-]{43}$/, name)
})

test('a provider that takes the client’s secret in the body is told it there', async () => {
  await officer('synthetic-subject-wa', elsewhere.browser)
  assert.equal((await signedIn('synthetic-subject-wa', post, 'wa-washington')).leads, '/')
})

test('a subject whom nobody added is let in nowhere, and no person is made of it', async () => {
  const people = await count('select from person')
  const { browser, leads } = await signedIn('synthetic-stranger')
  assert.equal(leads, refused)
  await isOut(browser)
  assert.equal(await count('select from person'), people)
  // A subject is one agency's: the same words of another agency's provider are somebody else.
  assert.equal((await signedIn(subject, post, 'wa-washington')).leads, refused)
})

test('an answer with another state, to another browser, or a second time is refused', async () => {
  const browser = browserAt(server.address)
  const visit = basic.newVisitor()
  const before = await failures()
  const answered = new URL(await visit(await begin(browser), subject))
  const otherState = new URL(answered)
  otherState.searchParams.set('state', 'x'.repeat(43))
  assert.equal(await back(browserAt(server.address, browser.cookie), otherState.href), refused, 'state')
  assert.equal(await back(browser, answered.href), '/', 'the right one still counts')
  const thief = browserAt(server.address)
  assert.equal(await back(thief, answered.href), refused, 'replayed')
  assert.equal(await back(browser, answered.href), refused, 'replayed in the same browser')

  const victim = browserAt(server.address)
  const theirs = await visit(await begin(victim), subject)
  assert.equal(await back(thief, theirs), refused, 'somebody else’s answer')
  await isOut(thief)
  assert.equal(await back(victim, theirs), refused, 'and it is used up')
  assert.equal((await failures()) - before, 5)
})

const mixedUp = () =>
  count(
    `select from ledger_entry where action = 'sign-in.failed' and convert_from(canonical, 'UTF8') like '%came to another agency%'`,
  )
test('an answer that comes to another agency’s address is a mix-up, whether or not it names its issuer', async () => {
  for (const isNamed of [true, false]) {
    const browser = browserAt(server.address)
    const answered = new URL(await basic.newVisitor()(await begin(browser), subject))
    if (!isNamed) answered.searchParams.delete('iss')
    answered.pathname = answered.pathname.replace(agencyId, 'wa-washington')
    const before = await mixedUp()
    assert.equal(await back(browser, answered.href), refused)
    await isOut(browser)
    assert.equal((await mixedUp()) - before, 1)
  }
})

test('an answer after five minutes is refused', async (t) => {
  const browser = browserAt(server.address)
  const answered = await basic.newVisitor()(await begin(browser), subject)
  late = 6 * 60_000
  t.after(() => {
    late = 0
  })
  assert.equal(await back(browser, answered), refused)
})

test('a nonce, a verifier or an issuer that is not the one asked for is refused', async () => {
  const visit = basic.newVisitor()
  for (const name of ['nonce', 'code_challenge']) {
    const browser = browserAt(server.address)
    const changed = new URL(await begin(browser))
    changed.searchParams.set(name, 'x'.repeat(43))
    assert.equal(await back(browser, await visit(changed.href, subject)), refused, name)
    await isOut(browser)
  }
  const browser = browserAt(server.address)
  const answered = new URL(await visit(await begin(browser), subject))
  assert.equal(answered.searchParams.get('iss'), basic.issuer)
  answered.searchParams.set('iss', post.issuer)
  assert.equal(await back(browser, answered.href), refused, 'the answer of another provider (RFC 9207)')
})

test('what the person refuses at the provider is no sign-in', async () => {
  const browser = browserAt(server.address)
  const state = new URL(await begin(browser)).searchParams.get('state') ?? ''
  const answer = new URLSearchParams({ error: 'access_denied', state, iss: basic.issuer })
  assert.equal(await back(browser, `${originOf(server)}/api/oidc/callback/${agencyId}?${answer}`), refused)
})

const seconds = (): number => Math.floor(Date.now() / 1000)
const forgeries: Record<string, TokenForgery> = {
  'of another issuer': { claims: (claims) => ({ ...claims, iss: post.issuer }) },
  'for another client': { claims: (claims) => ({ ...claims, aud: 'another-client' }) },
  'without a nonce': { claims: (claims) => ({ ...claims, nonce: undefined }) },
  'that is over': { claims: (claims) => ({ ...claims, iat: seconds() - 900, exp: seconds() - 600 }) },
  'of a sign-in five minutes ago': { claims: (claims) => ({ ...claims, auth_time: seconds() - 300 }) },
  'signed by another key': { foreignKey: true },
  'signed by nobody': { unsigned: true },
}
for (const [what, forgery] of Object.entries(forgeries))
  test(`an ID token ${what} is refused`, async () => {
    const { browser, leads } = await basic.forging(forgery, () => signedIn())
    assert.equal(leads, refused)
    await isOut(browser)
  })

test('where a second factor is asked for, only an answer that tells of it signs in', async (t) => {
  t.after(() => signsInBy(agencyId, basic))
  const cases: [string, Record<string, unknown>, string][] = [
    ['amr:mfa', {}, refused],
    ['amr:mfa', { amr: 'mfa' }, refused],
    ['amr:mfa', { amr: ['pwd'] }, refused],
    ['amr:mfa', { amr: ['pwd', 'mfa'] }, '/'],
    ['acr:urn:example:mfa', { acr: 'urn:example' }, refused],
    ['acr:urn:example:mfa', { amr: ['mfa'] }, refused],
    ['acr:urn:example:mfa', { acr: 'urn:example:mfa' }, '/'],
    ['trusted', {}, '/'],
  ]
  for (const [secondFactor, claims, leads] of cases) {
    await signsInBy(agencyId, basic, secondFactor)
    const signed = await basic.forging({ claims: (made) => ({ ...made, ...claims }) }, () => signedIn())
    assert.equal(signed.leads, leads, `${secondFactor} ${JSON.stringify(claims)}`)
  }
  await signsInBy(agencyId, basic, 'acr:urn:example:mfa')
  const asked = new URL(await begin(browserAt(server.address))).searchParams
  assert.equal(asked.get('acr_values'), 'urn:example:mfa')
  const told = await count(
    `select from ledger_entry where action = 'sign-in.failed' and convert_from(canonical, 'UTF8') like '%told of no second factor%'`,
  )
  assert.equal(told, cases.filter(([, , leads]) => leads === refused).length)
  for (const wrong of ['', 'mfa', 'acr:', 'amr:a b', 'amd:mfa'])
    await assert.rejects(signsInBy(agencyId, basic, wrong), /acr:VALUE/, wrong)
})

test('a provider on this machine that sends the secret elsewhere in the clear is not followed', async () => {
  assert.equal((await basic.forging({ elsewhere: true }, () => signedIn())).leads, refused)
})

test('who comes after somebody else at a desk is asked who they are, and is not let in as them', async () => {
  const { visit } = await signedIn()
  const browser = browserAt(server.address)
  const leads = await back(browser, await visit(await begin(browser), 'synthetic-stranger'))
  assert.equal(leads, refused)
})

test('a forged token that differs in nothing is taken: what is refused is what differs', async () => {
  assert.equal((await basic.forging({}, () => signedIn())).leads, '/')
})

test('a locked session is unlocked by the provider, which asks its person afresh; so is an old proof renewed', async (t) => {
  const { browser, visit } = await signedIn()
  await browser.call('POST', '/session/lock')
  assert.equal((await browser.call('GET', '/tips')).code, 'session-locked')
  const prove = async (who: string): Promise<string> => {
    const told = await browser.call('POST', '/session/proof/oidc/begin')
    return back(browser, await visit(String(told.value.url), who))
  }
  const cookie = browser.cookie
  assert.equal(await prove('synthetic-stranger'), refused, 'somebody else at the provider')
  assert.equal((await browser.call('GET', '/tips')).code, 'session-locked')
  assert.equal(await prove(subject), '/')
  assert.notEqual(browser.cookie, cookie, 'the token turns')
  assert.equal((await browser.call('GET', '/tips')).status, 200)
  assert.equal(await entries('session.unlocked', personId), 1)

  t.after(() => {
    late = 0
  })
  late = 10 * 60_000
  const ask = () => browser.call('POST', '/account/device/ask', { because })
  assert.equal((await ask()).code, 'step-up-needed')
  assert.equal(await prove(subject), '/')
  assert.notEqual((await ask()).code, 'step-up-needed')
  assert.equal(await entries('session.proven', personId), 1)
})

test('a colleague at the provider does not prove one’s session, and it counts as a failure of whose session it is', async () => {
  const { browser } = await signedIn()
  await officer('synthetic-colleague')
  await browser.call('POST', '/session/lock')
  const told = await browser.call('POST', '/session/proof/oidc/begin')
  const leads = await back(browser, await basic.newVisitor()(String(told.value.url), 'synthetic-colleague'))
  assert.equal(leads, refused)
  assert.equal((await browser.call('GET', '/tips')).code, 'session-locked')
  assert.equal(await entries('sign-in.failed', personId), 1)
})

test('who is disabled, or has left the agency, does not come in by its provider', async () => {
  const id = await officer('synthetic-subject-2')
  assert.equal((await signedIn('synthetic-subject-2')).leads, '/')
  await server.database.query('update person set disabled_at = now() where person_id = $1', [id])
  const { browser, leads } = await signedIn('synthetic-subject-2')
  assert.equal(leads, '/?signIn=account-locked')
  await isOut(browser)
  await server.database.query('update person set disabled_at = null where person_id = $1', [id])
  const left = await administrator.browser.call('POST', `/people/${id}/end`, { because })
  assert.equal(left.status, 200, JSON.stringify(left.value))
  assert.equal((await signedIn('synthetic-subject-2')).leads, refused)
})

test('who signed in by one agency’s provider acts for that agency alone', async () => {
  const told = await administrator.browser.call('GET', '/people')
  assert.equal(told.status, 200)
  const { browser } = await signedIn()
  assert.equal((await browser.call('POST', '/session/agency', { agencyId: 'wa-washington' })).status, 403)
})

test('plain http is for providers on this machine alone, and an issuer is what it calls itself', async () => {
  for (const issuer of [
    'http://192.0.2.7',
    'http://localhost.example.com',
    'http://127.0.0.1@192.0.2.7',
    'ftp://127.0.0.1',
    'provider',
  ])
    await assert.rejects(signsInBy(agencyId, { ...basic, issuer }), /is not an https address/, issuer)
  await signsInBy(agencyId, { ...basic, issuer: basic.issuer.replace('127.0.0.1', 'localhost') })
  const told = await browserAt(server.address).call('POST', '/sign-in/oidc/begin', { agencyId })
  assert.equal(told.code, 'not-ready')
  const none = await browserAt(server.address).call('POST', '/sign-in/oidc/begin', {
    agencyId: 'mn-minnesota',
  })
  assert.equal(none.code, 'conflict')
})
