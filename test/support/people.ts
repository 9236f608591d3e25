/** Browsers with cookies of their own, and people who come by a one-time link, for tests over HTTP. */
import type { AnswerOf, PasskeyCreation, PasskeyRequest, SessionView } from '@opentipline/contract'
import { openAdministration, openLog } from '@opentipline/server'
import { type Authenticator, type Forgery, newAuthenticator } from './authenticator.ts'
import { cookiesAfter, type TestServer } from './server.ts'

export type Told = { status: number; code: string; value: Record<string, unknown> }

export type TestBrowser = {
  cookie: string
  call(method: 'GET' | 'POST', path: string, body?: unknown, headers?: Record<string, string>): Promise<Told>
  view(): Promise<SessionView>
}

/** A browser at the server: keeps its cookies, as they turn. */
export const browserAt = (address: string, cookie = ''): TestBrowser => {
  const self: TestBrowser = {
    cookie,
    call: async (method, path, body, headers = {}) => {
      const answer = await fetch(`${address}/api${path}`, {
        method,
        redirect: 'manual',
        headers: { cookie: self.cookie, 'content-type': 'application/json', ...headers },
        ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
      })
      self.cookie = cookiesAfter(answer, self.cookie)
      const text = await answer.text()
      const value = JSON.parse(text === '' ? '{}' : text)
      return { status: answer.status, code: String(value.code ?? ''), value }
    },
    view: async () => {
      const { value } = await self.call('GET', '/session')
      return value as SessionView
    },
  }
  return self
}

/** Where browsers of people reach a test's server: a passkey belongs to a name. */
export const originOf = (server: Pick<TestServer, 'address'>): string =>
  server.address.replace('127.0.0.1', 'localhost')

export const inviteByCommand = async (
  server: Pick<TestServer, 'dataDir'>,
  wish: { name: string; agencyId: string; role: string },
): Promise<string> => {
  const administration = await openAdministration({
    dataDir: server.dataDir,
    operator: 'test',
    log: openLog('silent'),
  })
  const { token } = await administration.invitePerson(wish)
  await administration.close()
  return token
}

type Begun<Options> = { challengeId: string; options: Options }

export const begun = <Options>(told: Told): Begun<Options> => {
  if (told.status !== 200) throw new Error(JSON.stringify(told.value))
  return told.value as Begun<Options>
}

/** Registers a passkey by a one-time link. */
export const enrol = async (
  browser: TestBrowser,
  token: string,
  device: Authenticator,
  forgery: Forgery = {},
): Promise<Told> => {
  const { challengeId, options } = begun<PasskeyCreation>(
    await browser.call('POST', '/invitation/begin', { token }),
  )
  const registration = device.register(options, forgery)
  return browser.call('POST', '/invitation/finish', {
    token,
    challengeId,
    registration,
    label: 'Synthetic key',
  })
}

/** Signs in by passkey, or tries to. */
export const signInBy = async (
  browser: TestBrowser,
  device: Authenticator,
  forgery: Forgery = {},
): Promise<Told> => {
  const { challengeId, options } = begun<PasskeyRequest>(await browser.call('POST', '/sign-in/passkey/begin'))
  return browser.call('POST', '/sign-in/passkey', { challengeId, assertion: device.sign(options, forgery) })
}

/** Proves by passkey who one is: unlocks, and steps up. */
export const proveBy = async (
  browser: TestBrowser,
  device: Authenticator,
  forgery: Forgery = {},
): Promise<Told> => {
  const { challengeId, options } = begun<PasskeyRequest>(await browser.call('POST', '/session/proof/begin'))
  return browser.call('POST', '/session/proof', { challengeId, assertion: device.sign(options, forgery) })
}

export type Enrolled = { browser: TestBrowser; device: Authenticator; personId: string }

/** A person who was invited by the command and has registered a passkey. */
export const enrolled = async (
  server: TestServer,
  wish: { name: string; agencyId: string; role: string },
): Promise<Enrolled> => enrolledBy(server, await inviteByCommand(server, wish))

export const enrolledBy = async (server: TestServer, token: string): Promise<Enrolled> => {
  const browser = browserAt(server.address)
  const device = newAuthenticator(originOf(server))
  const told = await enrol(browser, token, device)
  if (told.status !== 200) throw new Error(JSON.stringify(told.value))
  return { browser, device, personId: (await browser.view()).person.personId }
}

/** The secret in a link that the desk shows once. */
export const tokenIn = (told: Told): string => {
  const { link } = told.value as AnswerOf<'invitePerson'>
  return link?.split('#')[1] ?? ''
}
