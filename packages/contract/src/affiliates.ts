/** Sub-agencies of an agency that leads them: where each works, and what the lead's own rule sends straight to it. */
import { type Static, type TSchema, Type } from 'typebox'

const text = Type.String()
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/** The kinds of incident that a report can state (Reporting API, `incidentType`): a rule of an agency names some of them. */
export const statedKinds = [
  'Child Pornography (possession, manufacture, and distribution)',
  'Child Sex Trafficking',
  'Child Sex Tourism',
  'Child Sexual Molestation',
  'Misleading Domain Name',
  'Misleading Words or Digital Images on the Internet',
  'Online Enticement of Children for Sexual Acts',
  'Unsolicited Obscene Material Sent to a Child',
] as const

/** Areas of one affiliate at most, and counties or places of one area. */
const areasMax = 20
const namesMax = 300
/** A tree of agencies is so deep at most: a task force, its affiliate, and two below. */
export const affiliateDepthMax = 4

/** A state whole, or some counties (FIPS) and places of it. */
export const AffiliateArea = Type.Object({
  state: Type.String({ pattern: '^[A-Z]{2}$' }),
  counties: Type.Array(Type.String({ pattern: '^\\d{5}$' }), { maxItems: namesMax }),
  places: Type.Array(Type.String({ minLength: 1, maxLength: 120 }), { maxItems: namesMax }),
})
export type AffiliateArea = Static<typeof AffiliateArea>

/** What is entered. An affiliate that is there already is named by its id; a new one gets one from its name. */
export const AffiliateWish = Type.Object({
  agencyId: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
  name: Type.String({ minLength: 3, maxLength: 120 }),
  areas: Type.Array(AffiliateArea, { minItems: 1, maxItems: areasMax }),
  /** Reports of these kinds go straight to it: the lead's agency policy. Empty: the lead looks at all of them first. */
  straight: Type.Array(Type.Enum(statedKinds), { uniqueItems: true, maxItems: statedKinds.length }),
  /** First day on which it holds. */
  from: day,
  because: Type.String({ minLength: 1, maxLength: 2000 }),
})
export type AffiliateWish = Static<typeof AffiliateWish>

export const AffiliateEntry = Type.Object({
  entryId: text,
  agencyId: text,
  name: text,
  areas: Type.Array(AffiliateArea),
  straight: Type.Array(text),
  from: day,
  /** The first day on which it no longer holds. */
  to: nullable(day),
  because: text,
  entered: Type.Object({ by: text, at: text }),
  ended: nullable(Type.Object({ by: text, at: text, because: text })),
})
export type AffiliateEntry = Static<typeof AffiliateEntry>

/** An agency below the acting one, by the entries that hold today. */
export const AffiliateNode = Type.Object({
  agencyId: text,
  name: text,
  leadId: text,
  depth: Type.Integer({ minimum: 1 }),
})
export type AffiliateNode = Static<typeof AffiliateNode>

/** What went to one affiliate in the last 30 days: counts alone. What it decided is its own. */
export const AffiliateCount = Type.Object({
  agencyId: text,
  /** Straight, by the lead's rule. */
  straight: Type.Integer(),
  /** Offered by the lead's people; of these accepted, returned, and not answered yet. */
  offered: Type.Integer(),
  accepted: Type.Integer(),
  returned: Type.Integer(),
  unanswered: Type.Integer(),
})
export type AffiliateCount = Static<typeof AffiliateCount>

export const Affiliates = Type.Object({
  /** The agency that leads the acting one today, if any has entered it. */
  lead: nullable(Type.Object({ agencyId: text, name: text, since: day })),
  /** The agency's own entries, those that hold first; ended ones stay. */
  entries: Type.Array(AffiliateEntry),
  tree: Type.Array(AffiliateNode),
  counts: Type.Array(AffiliateCount),
})
export type Affiliates = Static<typeof Affiliates>
