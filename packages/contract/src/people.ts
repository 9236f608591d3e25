/** Who may be signed in, and what they are called. */
import { type Static, Type } from 'typebox'

export const roles = [
  'provider engineer',
  'clearinghouse analyst',
  'clearinghouse supervisor',
  'officer',
  'agency supervisor',
  'agency administrator',
  'auditor',
  'operator',
] as const
export type Role = (typeof roles)[number]

export const agencyKinds = ['clearinghouse', 'task force', 'affiliate', 'federal', 'foreign'] as const
export type AgencyKind = (typeof agencyKinds)[number]

/** A session locks when nothing is done in it for so long: whoever passes the desk sees nothing. */
export const sessionIdleMinutesMax = 15
/** A session lives this long at most, whatever is done in it: a shift, with room. */
export const sessionHoursMax = 12
/** How long a proof of who one is counts for what asks for a fresh one. */
export const stepUpMinutesMax = 5

export const signInMethods = ['demonstration', 'passkey', 'oidc'] as const
export type SignInMethod = (typeof signInMethods)[number]

const text = Type.String()

export const Agency = Type.Object({
  agencyId: text,
  name: text,
  kind: Type.Enum(agencyKinds),
  /** US state or territory abbreviation, or ISO country for a foreign agency; absent for federal ones. */
  area: Type.Optional(text),
})
export type Agency = Static<typeof Agency>

export const Membership = Type.Object({
  agency: Agency,
  role: Type.Enum(roles),
})
export type Membership = Static<typeof Membership>

/** Who is signed in, as whom they act, and where else they could. */
export const SessionView = Type.Object({
  person: Type.Object({ personId: text, name: text }),
  actingFor: Membership,
  memberships: Type.Array(Membership),
  /** The provider whose engineer the person is: an engineer's membership is at the clearinghouse, and tells nothing. */
  provider: Type.Optional(text),
  /** True where demonstration people may be signed in as: the page must say so. */
  demo: Type.Boolean(),
  /** Left alone for too long, or locked by the person: nothing is shown until they prove who they are. */
  locked: Type.Boolean(),
  /** How they signed in, which is how they prove who they are. */
  method: Type.Enum(signInMethods),
  /** Until when the last proof counts for what asks for a fresh one, and when the session ends. */
  provenUntil: text,
  endsAt: text,
})
export type SessionView = Static<typeof SessionView>

export const DemoPerson = Type.Object({
  personId: text,
  name: text,
  role: Type.Enum(roles),
  agency: Agency,
  /** Of an engineer: the provider. */
  provider: Type.Optional(text),
  /** One sentence on what this person will see. */
  about: text,
})
export type DemoPerson = Static<typeof DemoPerson>
