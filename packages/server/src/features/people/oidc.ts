import '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as oidc from 'openid-client'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { ensureDevice, setSessionCookie, tokenDigest } from '../../http/session-cookie.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'
import { recordFailure, whyShut } from './account-state.ts'
import { type Challenge, makeChallenge, randomText } from './challenge.ts'
import { challengeMs } from './limits.ts'
import { providerOf } from './oidc-provider.ts'
import { proveSession } from './prove.ts'
import { wasGiven } from './second-factor.ts'
import { anonymousDoor, signIn } from './sign-in.ts'

const callbackPath = '/api/oidc/callback'
/**
 * Each agency's provider answers at an address of its own: an answer that comes to another agency's is not one to the question
 * that was asked, though its provider sends no `iss` (RFC 9700, 4.4.2.2: a mix-up).
 */
const callbackOf = (agencyId: string): string => `${callbackPath}/${encodeURIComponent(agencyId)}`
/**
 * Ties the provider's answer to the browser that asked. The answer comes as a visit from another site, with which a
 * browser sends no strict cookie: this one is lax, and worth nothing but this one answer.
 */
const flowCookieOver = (request: FastifyRequest): string =>
  request.protocol === 'https' ? '__Secure-tipline_oidc' : 'tipline_oidc'
/**
 * The provider is asked to look at the person each time; this is how old its looking may be. A sign-in counts as a fresh
 * proof, so one that the provider waves through would be none, and would let in whoever sits down where it remembers another.
 */
const proofAgeSeconds = 60

const flowCookieOptions = (request: FastifyRequest) =>
  ({ path: callbackPath, httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' }) as const

/** Where the agency's provider signs somebody in; for a session, where it asks its person afresh. */
export const beginOidc = async (
  services: Services,
  wish: { agencyId: string; session?: Session },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> => {
  const { agencyId, session } = wish
  const { config, secondFactor } = await providerOf(services, agencyId, request.ip)
  const device = ensureDevice(request, reply)
  const verifier = oidc.randomPKCECodeVerifier()
  const nonce = oidc.randomNonce()
  const flow = randomText()
  const { challenge: state } = await services.database.transaction(anonymousDoor(request.ip), (tx) =>
    makeChallenge(
      tx,
      {
        purpose: 'oidc',
        device,
        agencyId,
        nonce,
        // The browser's flow is kept beside the verifier, as its digest.
        verifier: `${verifier} ${tokenDigest(flow).toString('base64url')}`,
        ...(session ? { sessionId: session.sessionId } : {}),
      },
      services.now(),
    ),
  )
  void reply.setCookie(flowCookieOver(request), flow, {
    ...flowCookieOptions(request),
    maxAge: challengeMs / 1000,
  })
  return oidc.buildAuthorizationUrl(config, {
    redirect_uri: services.site.origin() + callbackOf(agencyId),
    scope: 'openid',
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    prompt: 'login',
    max_age: String(proofAgeSeconds),
    // Asked for here, and looked for in the answer: a provider may ignore the question.
    ...(secondFactor !== 'trusted' && secondFactor.claim === 'acr' ? { acr_values: secondFactor.value } : {}),
  }).href
}

/** The provider's answer. It leads back to the desk: signed in, or with a word on why not. */
export const oidcCallback = (app: FastifyInstance, services: Services): void => {
  app.get<{ Params: { agencyId: string } }>(`${callbackPath}/:agencyId`, async (request, reply) => {
    const flow = request.cookies[flowCookieOver(request)] ?? ''
    void reply
      .clearCookie(flowCookieOver(request), flowCookieOptions(request))
      .header('cache-control', 'no-store')
    try {
      setSessionCookie(reply, await finishOidc(services, request, flow))
      return reply.redirect('/', 303)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return reply.redirect(`/?signIn=${error.code}`, 303)
    }
  })
}

const unverified = 'the provider’s answer did not verify'
const refused = (): Problem => new Problem('sign-in-failed')

/** Takes the question that an answer is to: once, in time, in the browser that asked. */
const takeQuestion = async (
  services: Services,
  state: string,
  flow: string,
  source: string,
): Promise<(Challenge & { verifier: string; nonce: string; agency_id: string }) | undefined> =>
  services.database.transaction(anonymousDoor(source), async (tx) => {
    const [row] = await tx.prepared<Challenge & { expires_at: Date }>(
      'oidc-take',
      `delete from sign_in_challenge where challenge = $1 and purpose = 'oidc' returning *`,
      [state],
    )
    const [verifier, flowDigest] = row?.verifier?.split(' ') ?? []
    const now = services.now()
    const fits =
      row && row.expires_at >= now && flowDigest === tokenDigest(flow).toString('base64url') ? row : undefined
    if (!fits || verifier === undefined || fits.nonce === null || fits.agency_id === null) {
      const object = { kind: 'agency', id: row?.agency_id ?? 'unknown' }
      await record(tx, now, {
        action: 'sign-in.failed',
        object,
        outcome: 'denied',
        reason: 'no such question',
      })
      return undefined
    }
    return { ...fits, verifier, nonce: fits.nonce, agency_id: fits.agency_id }
  })

const finishOidc = async (
  services: Services,
  request: FastifyRequest<{ Params: { agencyId: string } }>,
  flow: string,
): Promise<string> => {
  const url = new URL(request.url, services.site.origin())
  const question = await takeQuestion(services, url.searchParams.get('state') ?? '', flow, request.ip)
  if (!question) throw refused()
  if (question.agency_id !== request.params.agencyId) throw await mixedUp(services, question, request.ip)
  const told = await subjectOf(services, question, url, request.ip)
  const personId = await services.database.transaction(anonymousDoor(request.ip), async (tx) => {
    const [row] = await tx.prepared<{ person_id: string }>(
      'oidc-person',
      `select s.person_id from oidc_subject s join membership m using (person_id, agency_id)
       where s.agency_id = $1 and s.subject = $2 and m.ended_at is null`,
      [question.agency_id, 'subject' in told ? told.subject : ''],
    )
    if (!row)
      await record(tx, services.now(), {
        action: 'sign-in.failed',
        object: { kind: 'agency', id: question.agency_id },
        outcome: 'denied',
        reason: 'fault' in told ? told.fault : 'a subject nobody was added with',
      })
    return row?.person_id
  })
  if (personId === undefined) throw refused()
  if (question.session_id !== null) return prove(services, question, personId, request.ip)
  const who = { personId, agencyId: question.agency_id }
  return signIn(services, who, 'oidc', question.device_sha256, request.ip)
}

const mixedUp = async (
  services: Services,
  question: { agency_id: string },
  source: string,
): Promise<Problem> => {
  await services.database.transaction(anonymousDoor(source), (tx) =>
    record(tx, services.now(), {
      action: 'sign-in.failed',
      object: { kind: 'agency', id: question.agency_id },
      outcome: 'denied',
      reason: 'the answer came to another agency’s address',
    }),
  )
  return refused()
}

/** The subject of a verified answer (OpenID Connect Core 1.0, 3.1.3.7), or for the ledger what is wrong with it. */
const subjectOf = async (
  services: Services,
  question: Challenge & { verifier: string; nonce: string; agency_id: string },
  url: URL,
  source: string,
): Promise<{ subject: string } | { fault: string }> => {
  const { config, secondFactor } = await providerOf(services, question.agency_id, source)
  try {
    const answer = await oidc.authorizationCodeGrant(config, url, {
      pkceCodeVerifier: question.verifier,
      expectedState: question.challenge,
      expectedNonce: question.nonce,
      idTokenExpected: true,
      maxAge: proofAgeSeconds,
    })
    const claims = answer.claims()
    if (!claims) return { fault: unverified }
    return wasGiven(secondFactor, claims)
      ? { subject: claims.sub }
      : { fault: 'the provider told of no second factor' }
  } catch (error) {
    services.log.error({ agency: question.agency_id }, 'an OpenID answer was refused', error)
    return { fault: unverified }
  }
}

type SessionRow = { session_id: string; person_id: string; agency_id: string; locked_at: Date | null }

const prove = async (
  services: Services,
  question: Challenge,
  personId: string,
  source: string,
): Promise<string> => {
  const now = services.now()
  const proven = await services.database.transaction(anonymousDoor(source), async (tx) => {
    const [row] = await tx.prepared<SessionRow>(
      'oidc-session',
      'select session_id, person_id, agency_id, locked_at from session where session_id = $1 and ended_at is null',
      [question.session_id],
    )
    if (!row) return refused()
    if (row.person_id !== personId) {
      await recordFailure(tx, row.person_id, 'the provider named somebody else', now)
      return refused()
    }
    return (await whyShut(tx, personId, now)) ?? row
  })
  if (proven instanceof Problem) throw proven
  const person = { personId, agencyId: proven.agency_id }
  return services.database.transaction({ ...anonymousDoor(source), person }, (tx) =>
    proveSession(
      tx,
      { sessionId: proven.session_id, personId, isLocked: proven.locked_at !== null },
      'oidc',
      now,
    ),
  )
}
