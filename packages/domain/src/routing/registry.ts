import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import type { PolicyProblem } from '../policy/parse.ts'

/** Most agencies of a registry: every police agency of a country fits. */
const agenciesMax = 50_000

const closed = { additionalProperties: false }
const id = Type.String({ pattern: '^[a-z0-9][a-z0-9-]*$', maxLength: 80 })
const text = Type.String({ minLength: 1, maxLength: 500 })
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const mark = Type.Enum(['verified', 'secondary', 'recalled', 'uncertain'])

/**
 * Where an agency works: a country (`*` takes those that nobody else names), or a state. A state's area may list ZIP codes, counties
 * (FIPS) and place names, which are asked for in that order; `rest` takes what no other area of that state names. Neither means the whole state.
 */
const Area = Type.Object(
  {
    country: Type.Optional(Type.String({ pattern: '^([A-Z]{2}|\\*)$' })),
    state: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
    zips: Type.Optional(Type.Array(Type.String({ pattern: '^\\d{5}$' }))),
    counties: Type.Optional(Type.Array(Type.String({ pattern: '^\\d{5}$' }))),
    places: Type.Optional(Type.Array(text)),
    rest: Type.Optional(Type.Boolean()),
    mark,
  },
  closed,
)

const Agency = Type.Object(
  {
    id,
    name: text,
    kind: Type.Enum(['task force', 'affiliate', 'federal', 'foreign']),
    lead: Type.Optional(text),
    /** Why reports may be made available to it, for those outside the states (18 U.S.C. 2258A(c)). */
    legalBasis: Type.Optional(text),
    /** How sure the entry is. */
    mark,
    /** First day on which the entry holds, and the first on which it no longer does. */
    from: Type.Optional(day),
    to: Type.Optional(day),
    areas: Type.Array(Area),
  },
  closed,
)

/** One file of `data/agencies`. */
const AgencyFileSchema = Type.Object(
  { asOf: day, source: text, agencies: Type.Array(Agency, { maxItems: agenciesMax }) },
  closed,
)
export type AgencyFile = Static<typeof AgencyFileSchema>
export type AgencyEntry = Static<typeof Agency>
export type ServiceArea = Static<typeof Area>

/** All agencies that a report may be routed to. */
export type Registry = { agencies: readonly AgencyEntry[] }
export type ParsedRegistry = { ok: true; registry: Registry } | { ok: false; problems: PolicyProblem[] }

const isFile = (value: unknown): value is AgencyFile => Value.Check(AgencyFileSchema, value)

function fileProblems(value: unknown, file: number): PolicyProblem[] {
  return [...Value.Errors(AgencyFileSchema, value)].map((error) => ({
    path: `/${file}${error.instancePath}`,
    message: error.message,
  }))
}

const overlaps = (a: AgencyEntry, b: AgencyEntry): boolean =>
  (a.from ?? '') < (b.to ?? '9999') && (b.from ?? '') < (a.to ?? '9999')

/** What an area claims for itself alone, as keys. The `rest` of a state is one claim, and so is the whole state. */
function claims(area: ServiceArea): string[] {
  if (area.state === undefined) return [`country ${area.country}`]
  const named = [
    ...(area.zips ?? []).map((zip) => `ZIP code ${zip}`),
    ...(area.counties ?? []).map((fips) => `county ${fips}`),
    ...(area.places ?? []).map((place) => `place ${area.state} ${place.toLowerCase()}`),
  ]
  return named.length > 0 ? named : [`rest of ${area.state}`]
}

/** Only task forces, federal units and foreign agencies divide the map; affiliates share their task force's area. */
function claimProblems(agencies: readonly AgencyEntry[]): PolicyProblem[] {
  const taken = new Map<string, AgencyEntry[]>()
  return agencies.flatMap((agency) => {
    if (agency.kind === 'affiliate') return []
    return agency.areas.flatMap(claims).flatMap((claim) => {
      const others = (taken.get(claim) ?? []).filter(
        (other) => other.id !== agency.id && overlaps(agency, other),
      )
      taken.set(claim, [...(taken.get(claim) ?? []), agency])
      return others.map((other) => ({ path: `/${agency.id}`, message: `and ${other.id} both take ${claim}` }))
    })
  })
}

function meaningProblems(agencies: readonly AgencyEntry[]): PolicyProblem[] {
  const twice = agencies.filter((agency, index) =>
    agencies.some((other, before) => before < index && other.id === agency.id && overlaps(agency, other)),
  )
  const bare = agencies.filter((agency) =>
    agency.areas.some((area) => (area.country === undefined) === (area.state === undefined)),
  )
  return [
    ...twice.map((agency) => ({ path: `/${agency.id}`, message: 'is there twice at one time' })),
    ...agencies
      .filter(({ kind, legalBasis }) => kind === 'foreign' && legalBasis === undefined)
      .map((agency) => ({
        path: `/${agency.id}`,
        message: 'is foreign and names no legal basis (18 U.S.C. 2258A(c))',
      })),
    ...bare.map((agency) => ({
      path: `/${agency.id}`,
      message: 'has an area that is not one of a country and a state',
    })),
    ...claimProblems(agencies),
  ]
}

/**
 * Checks the parsed files of `data/agencies` together: their shape, that ids are unique at any time, that a foreign
 * agency has its legal basis, and that no ZIP code, county, place or rest of a state is taken by two at once. `path` starts with the position of the file, or with an agency's id.
 */
export function parseRegistry(values: readonly unknown[]): ParsedRegistry {
  const files = values.filter(isFile)
  const shape = values.flatMap((value, file) => (isFile(value) ? [] : fileProblems(value, file)))
  if (shape.length > 0) return { ok: false, problems: shape }
  const agencies = files.flatMap((file) => file.agencies)
  const problems = meaningProblems(agencies)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, registry: { agencies } }
}
