import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../db/actor.ts'
import { Sensitive } from '../../platform/sensitive.ts'
import type { Services } from '../../platform/services.ts'
import { type Credential, findCredential } from '../providers/index.ts'
import { credentialTrustMs } from './choices.ts'
import { Refusal, TooManyCalls } from './refusal.ts'

export type Reporter = {
  credential: Credential
  actor: Extract<Actor, { kind: 'provider' }>
}

type Known = { reporter: Reporter; until: number }
/** Credentials remembered at most: more would be an attack on memory, and forgetting costs one look-up. */
const rememberedMax = 10_000

/**
 * Checks HTTP Basic on every call, and the credential's limit; a checked credential is trusted for a moment, so that a
 * burst costs one look-up. A login that is refused comes into the ledger. @throws Refusal 2000, or TooManyCalls
 */
export const authenticator = (
  services: Pick<Services, 'database' | 'credentialKey' | 'now' | 'callMeter' | 'refusedLogins'>,
) => {
  const identify = identifier(services)
  return async (request: FastifyRequest): Promise<Reporter> => {
    const reporter = await identify(request)
    const { callsPerMinute } = reporter.credential
    const waitSeconds = services.callMeter.take(reporter.credential)
    if (waitSeconds > 0) throw new TooManyCalls(callsPerMinute, waitSeconds)
    return reporter
  }
}

const identifier = (services: Pick<Services, 'database' | 'credentialKey' | 'now' | 'refusedLogins'>) => {
  const remembered = new Map<string, Known>()
  return async (request: FastifyRequest): Promise<Reporter> => {
    const header = request.headers.authorization
    if (!header) throw new Refusal(2000)
    const now = services.now().getTime()
    const known = remembered.get(header)
    if (known && known.until > now) return from(known.reporter.credential, request.ip)
    remembered.delete(header)
    const login = readBasic(header)
    const found = login
      ? await findCredential(services, login, request.ip)
      : ({ refused: 'no login', credentialId: undefined } as const)
    if ('refused' in found) {
      const { refused: why, credentialId } = found
      services.refusedLogins.count({ why, credentialId, source: request.ip })
      throw new Refusal(2000)
    }
    if (remembered.size >= rememberedMax) remembered.clear()
    const reporter = from(found, request.ip)
    remembered.set(header, { reporter, until: now + credentialTrustMs })
    return reporter
  }
}

const from = (credential: Credential, source: string): Reporter => ({
  credential,
  actor: {
    role: 'tipline_intake',
    kind: 'provider',
    providerId: credential.providerId,
    environment: credential.environment,
    source,
  },
})

/** Basic credentials as UTF-8; the password may contain colons: the first one divides. */
const readBasic = (header: string): { username: string; password: Sensitive<string> } | undefined => {
  const encoded = /^basic +([A-Za-z0-9+/=_-]+) *$/i.exec(header)?.[1]
  if (encoded === undefined) return undefined
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  return colon < 0
    ? undefined
    : { username: text.slice(0, colon), password: new Sensitive(text.slice(colon + 1)) }
}
