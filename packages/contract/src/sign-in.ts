/** Passkeys as they cross the wire (W3C Web Authentication, Level 3, section 5.1.8-5.1.10), and who may sign in how. */
import { type Static, Type } from 'typebox'
import { Membership, roles, signInMethods } from './people.ts'

const text = Type.String()
/** Bytes in base64url. The longest is an attestation; nothing asks for one. */
const bytes = Type.String({ pattern: '^[\\w-]*$', maxLength: 16_384 })
const credentialId = Type.String({ pattern: '^[\\w-]+$', minLength: 8, maxLength: 1366 })
const publicKey = Type.Literal('public-key')
const attachment = Type.Optional(Type.Enum(['cross-platform', 'platform'] as const))
const descriptor = Type.Object({ id: text, type: publicKey })
const required = Type.Literal('required')

/** The secret of a one-time link: 256 random bits in base64url (RFC 4648, section 5), without padding. */
export const linkSecretPattern = '^[\\w-]{43}$'

/** What a browser is asked to make a passkey by. */
export const PasskeyCreation = Type.Object({
  rp: Type.Object({ id: text, name: text }),
  user: Type.Object({ id: text, name: text, displayName: text }),
  challenge: text,
  pubKeyCredParams: Type.Array(Type.Object({ alg: Type.Integer(), type: publicKey })),
  timeout: Type.Integer(),
  excludeCredentials: Type.Array(descriptor),
  authenticatorSelection: Type.Object({
    residentKey: required,
    requireResidentKey: Type.Literal(true),
    userVerification: required,
  }),
  attestation: Type.Literal('none'),
})
export type PasskeyCreation = Static<typeof PasskeyCreation>

/** What a browser is asked to sign with a passkey. Without `allowCredentials` the person picks. */
export const PasskeyRequest = Type.Object({
  rpId: text,
  challenge: text,
  timeout: Type.Integer(),
  userVerification: required,
  allowCredentials: Type.Optional(Type.Array(descriptor)),
})
export type PasskeyRequest = Static<typeof PasskeyRequest>

export const PasskeyRegistration = Type.Object({
  id: credentialId,
  rawId: credentialId,
  type: publicKey,
  response: Type.Object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: Type.Optional(Type.Array(Type.String({ maxLength: 32 }), { maxItems: 10 })),
  }),
  authenticatorAttachment: attachment,
  clientExtensionResults: Type.Object({}),
})
export type PasskeyRegistration = Static<typeof PasskeyRegistration>

export const PasskeyAssertion = Type.Object({
  id: credentialId,
  rawId: credentialId,
  type: publicKey,
  response: Type.Object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: Type.Optional(bytes),
  }),
  authenticatorAttachment: attachment,
  clientExtensionResults: Type.Object({}),
})
export type PasskeyAssertion = Static<typeof PasskeyAssertion>

/** What the sign-in page has to know before anybody signs in. */
export const SignInWays = Type.Object({
  /** The deployment's own use notice; empty where it gives none, and the desk's own words stand. */
  notice: text,
  /** Where passkeys work: a passkey belongs to one address, and never to a bare IP number. */
  passkeys: Type.Object({ origin: text, possible: Type.Boolean() }),
  /** Agencies whose people sign in by their own OpenID provider. */
  oidc: Type.Array(Type.Object({ agencyId: text, name: text })),
})
export type SignInWays = Static<typeof SignInWays>

/** What a one-time link leads to, for whoever holds it. */
export const Invitation = Type.Object({
  name: text,
  actingFor: Membership,
  purpose: Type.Enum(['join', 'recover'] as const),
  expiresAt: text,
})
export type Invitation = Static<typeof Invitation>

export const Account = Type.Object({
  personId: text,
  passkeys: Type.Array(
    Type.Object({
      passkeyId: text,
      label: text,
      createdAt: text,
      lastUsedAt: Type.Optional(text),
      /** Kept by the maker of the device in its cloud, so that other devices of the person have it too. */
      backedUp: Type.Boolean(),
    }),
  ),
  sessions: Type.Array(
    Type.Object({
      sessionId: text,
      beganAt: text,
      lastSeenAt: text,
      method: Type.Enum(signInMethods),
      locked: Type.Boolean(),
      current: Type.Boolean(),
    }),
  ),
  /** How adding a device stands: none asked for, waiting for a second person, or approved until a time. */
  device: Type.Object({
    state: Type.Enum(['none', 'waiting', 'approved'] as const),
    until: Type.Optional(text),
  }),
})
export type Account = Static<typeof Account>

export const accessKinds = ['invite', 'role', 'recover', 'device', 'subject'] as const
export type AccessKind = (typeof accessKinds)[number]

/** A change of who may do what. It takes effect when a second person of the agency approves it. */
export const AccessChange = Type.Object({
  changeId: text,
  kind: Type.Enum(accessKinds),
  person: Type.Object({ personId: text, name: text }),
  role: Type.Optional(Type.Enum(roles)),
  subject: Type.Optional(text),
  because: text,
  askedBy: text,
  askedAt: text,
  /** `alone`: it took effect at once, since the agency had nobody else who could have approved it. */
  state: Type.Enum(['waiting', 'approved', 'refused', 'alone'] as const),
  decidedBy: Type.Optional(text),
  decidedAt: Type.Optional(text),
  /** Whether the signed-in person may approve it. */
  mine: Type.Boolean(),
})
export type AccessChange = Static<typeof AccessChange>

/** What came of asking or approving; with the one-time link where it made one, shown this once. */
export const ChangeMade = Type.Object({ change: AccessChange, link: Type.Optional(text) })
export type ChangeMade = Static<typeof ChangeMade>

export const AgencyPerson = Type.Object({
  personId: text,
  name: text,
  role: Type.Enum(roles),
  since: text,
  passkeys: Type.Integer(),
  subject: Type.Optional(text),
  lastSignedInAt: Type.Optional(text),
  /** `locked` after failed sign-ins, `disabled` after long disuse, `invited` before the first sign-in. */
  state: Type.Enum(['active', 'invited', 'locked', 'disabled'] as const),
  you: Type.Boolean(),
})
export type AgencyPerson = Static<typeof AgencyPerson>

export const AgencyPeople = Type.Object({
  /** Whether somebody else could approve what the signed-in person asks for. Without, it takes effect at once. */
  secondPerson: Type.Boolean(),
  people: Type.Array(AgencyPerson),
  changes: Type.Array(AccessChange),
  oidc: Type.Optional(Type.Object({ issuer: text })),
})
export type AgencyPeople = Static<typeof AgencyPeople>
