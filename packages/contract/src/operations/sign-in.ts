import { Type } from 'typebox'
import { SessionView } from '../people.ts'
import {
  Account,
  Invitation,
  linkSecretPattern,
  PasskeyAssertion,
  PasskeyCreation,
  PasskeyRegistration,
  PasskeyRequest,
  SignInWays,
} from '../sign-in.ts'
import { because, id, none, operation, text } from './operation.ts'

const challengeId = Type.String({ pattern: '^[0-9a-f-]{36}$' })
const token = Type.String({ pattern: linkSecretPattern })
/** What a person calls a device of theirs. */
const label = Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' })
const creation = Type.Object({ challengeId: text, options: PasskeyCreation })
const request = Type.Object({ challengeId: text, options: PasskeyRequest })

const open = { params: none, query: none, who: 'nobody' } as const
const signedIn = { params: none, query: none, who: 'signed in' } as const

/** Signing in, proving who one is, and one's own account. */
export const signInOperations = {
  readSignIn: operation({
    ...open,
    method: 'GET',
    path: '/api/sign-in',
    summary: 'The use notice, and the ways in which one can sign in here.',
    body: none,
    answer: SignInWays,
  }),
  beginPasskeySignIn: operation({
    ...open,
    method: 'POST',
    path: '/api/sign-in/passkey/begin',
    summary: 'A challenge to sign in by passkey. It counts once, for five minutes, in this browser.',
    body: none,
    answer: request,
  }),
  finishPasskeySignIn: operation({
    ...open,
    method: 'POST',
    path: '/api/sign-in/passkey',
    summary: 'Signs in by passkey.',
    body: Type.Object({ challengeId, assertion: PasskeyAssertion }),
    answer: SessionView,
  }),
  beginOidcSignIn: operation({
    ...open,
    method: 'POST',
    path: '/api/sign-in/oidc/begin',
    summary: 'Where the agency’s own OpenID provider signs its people in.',
    body: Type.Object({ agencyId: id }),
    answer: Type.Object({ url: text }),
  }),
  readInvitation: operation({
    ...open,
    method: 'POST',
    path: '/api/invitation',
    summary: 'Whom a one-time link is for.',
    body: Type.Object({ token }),
    answer: Invitation,
  }),
  beginEnrolment: operation({
    ...open,
    method: 'POST',
    path: '/api/invitation/begin',
    summary: 'A challenge to register the first passkey, or the first after a recovery.',
    body: Type.Object({ token }),
    answer: creation,
  }),
  finishEnrolment: operation({
    ...open,
    method: 'POST',
    path: '/api/invitation/finish',
    summary: 'Registers the passkey, uses the link up, and signs in.',
    body: Type.Object({ token, challengeId, registration: PasskeyRegistration, label }),
    answer: SessionView,
  }),
  beginProof: operation({
    ...signedIn,
    method: 'POST',
    path: '/api/session/proof/begin',
    worksLocked: true,
    summary: 'A challenge to prove by passkey who one is: to unlock, or for what asks for a fresh proof.',
    body: none,
    answer: request,
  }),
  finishProof: operation({
    ...signedIn,
    method: 'POST',
    path: '/api/session/proof',
    worksLocked: true,
    summary: 'Proves by passkey who one is.',
    body: Type.Object({ challengeId, assertion: PasskeyAssertion }),
    answer: SessionView,
  }),
  beginOidcProof: operation({
    ...signedIn,
    method: 'POST',
    path: '/api/session/proof/oidc/begin',
    worksLocked: true,
    summary: 'Where the agency’s own OpenID provider asks its person afresh.',
    body: none,
    answer: Type.Object({ url: text }),
  }),
  readAccount: operation({
    ...signedIn,
    method: 'GET',
    path: '/api/account',
    summary: 'One’s own passkeys and sessions.',
    body: none,
    answer: Account,
  }),
  endOwnSession: operation({
    ...signedIn,
    method: 'POST',
    path: '/api/account/sessions/:sessionId/end',
    params: Type.Object({ sessionId: challengeId }),
    stepUp: true,
    summary: 'Ends another session of one’s own.',
    body: none,
    answer: none,
  }),
  removePasskey: operation({
    ...signedIn,
    method: 'POST',
    path: '/api/account/passkeys/:passkeyId/remove',
    params: Type.Object({ passkeyId: challengeId }),
    stepUp: true,
    summary: 'Removes a passkey of one’s own, but not the last.',
    body: none,
    answer: none,
  }),
  askDevice: operation({
    ...signedIn,
    method: 'POST',
    path: '/api/account/device/ask',
    stepUp: true,
    summary: 'Asks to add a device. A second person of the agency approves it.',
    body: Type.Object({ because }),
    answer: none,
  }),
  beginDevice: operation({
    ...signedIn,
    method: 'POST',
    path: '/api/account/device/begin',
    stepUp: true,
    summary: 'A challenge to register a further passkey, where a second person has approved it.',
    body: none,
    answer: creation,
  }),
  finishDevice: operation({
    ...signedIn,
    method: 'POST',
    path: '/api/account/device',
    stepUp: true,
    summary: 'Registers a further passkey.',
    body: Type.Object({ challengeId, registration: PasskeyRegistration, label }),
    answer: none,
  }),
} as const
