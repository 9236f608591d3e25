/** A real OpenID provider on this machine, whose person signs in by its own pages; and what a forger in its place would send. */
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { cookiesAfter } from './server.ts'

const client = { id: 'synthetic-client', secret: 'synthetic secret: with + and %' } as const
const kid = 'synthetic'

export type Claims = Record<string, unknown>
/** How an ID token differs from the one that the provider made. */
export type TokenForgery = {
  claims?: (claims: Claims) => Claims
  foreignKey?: boolean
  unsigned?: boolean
  /** The provider has codes taken to it in the clear, by an address that is not this machine's own name. */
  elsewhere?: boolean
}

export type TestOpenId = {
  issuer: string
  client: { id: string; secret: string }
  /** ID tokens are forged so while `work` goes on. */
  forging<T>(forgery: TokenForgery, work: () => Promise<T>): Promise<T>
  /** A browser at the provider; gives the address that it is sent back to at last, without going there. */
  newVisitor(): (url: string, subject: string) => Promise<string>
}

type Scope = { after(done: () => Promise<void>): void }

const newKey = (): KeyObject => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const json = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

const forgedFrom = (idToken: string, forgery: TokenForgery, key: KeyObject): string => {
  const claims: Claims = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString())
  const header = forgery.unsigned ? { alg: 'none' } : { alg: 'RS256', typ: 'JWT', kid }
  const signed = `${json(header)}.${json(forgery.claims?.(claims) ?? claims)}`
  if (forgery.unsigned) return `${signed}.`
  const signature = createSign('sha256')
    .update(signed)
    .sign(forgery.foreignKey ? newKey() : key)
  return `${signed}.${signature.toString('base64url')}`
}

/** Starts the provider for a desk at `origin`, whose client's secret it takes by `authMethod` alone. */
export const startOpenId = async (
  scope: Scope,
  origin: string,
  authMethod: 'client_secret_basic' | 'client_secret_post',
): Promise<TestOpenId> => {
  let listener: RequestListener | undefined
  const server = createServer((request, response) => listener?.(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  scope.after(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const key = newKey()
  const jwk = { ...key.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }
  const provider = new Provider(issuer, {
    jwks: { keys: [jwk] },
    clientAuthMethods: [authMethod],
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: ['wi-wisconsin', 'wa-washington'].map((id) => `${origin}/api/oidc/callback/${id}`),
        token_endpoint_auth_method: authMethod,
      },
    ],
  })
  let forgery: TokenForgery | undefined
  provider.use(async (context, next) => {
    // As strict as many are: a secret told in the other way counts for nothing.
    const byHeader = context.get('authorization').startsWith('Basic ')
    if (context.path === '/token' && byHeader !== (authMethod === 'client_secret_basic')) context.throw(401)
    await next()
    if (!forgery) return
    const body = context.body as { id_token?: string; token_endpoint?: string }
    if (forgery.elsewhere && body.token_endpoint !== undefined)
      context.body = { ...body, token_endpoint: body.token_endpoint.replace('127.0.0.1', '0.0.0.0') }
    if (body.id_token !== undefined)
      context.body = { ...body, id_token: forgedFrom(body.id_token, forgery, key) }
  })
  listener = provider.callback()
  return {
    issuer,
    client,
    forging: async (wish, work) => {
      forgery = wish
      try {
        return await work()
      } finally {
        forgery = undefined
      }
    },
    newVisitor: () => visitorAt(issuer),
  }
}

/** Redirects and pages of one visit at most: a sign-in, a consent and the sign-out of somebody else take a dozen. */
const stepsMax = 20

const visitorAt = (issuer: string): ((url: string, subject: string) => Promise<string>) => {
  let cookie = ''
  const go = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    cookie = cookiesAfter(answer, cookie)
    return answer
  }
  return async (url, subject) => {
    let answer = await go(url)
    for (let step = 0; step < stepsMax; step += 1) {
      const location = answer.headers.get('location')
      if (location !== null) {
        const next = new URL(location, issuer).href
        if (!next.startsWith(issuer)) return next
        answer = await go(next)
        continue
      }
      const page = await answer.text()
      const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1]
      if (action === undefined) throw new Error(`the provider says: ${page}`)
      const hidden = page.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)
      const given = Object.fromEntries([...hidden].map(([, name, value]) => [name, value]))
      answer = await go(new URL(action, issuer).href, { login: subject, password: 'synthetic', ...given })
    }
    throw new Error('the provider leads nowhere')
  }
}
