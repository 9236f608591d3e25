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
  /** True where demonstration people may be signed in as: the page must say so. */
  demo: Type.Boolean(),
})
export type SessionView = Static<typeof SessionView>

export const DemoPerson = Type.Object({
  personId: text,
  name: text,
  role: Type.Enum(roles),
  agency: Agency,
  /** One sentence on what this person will see. */
  about: text,
})
export type DemoPerson = Static<typeof DemoPerson>
