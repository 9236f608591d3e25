import { type AffiliateArea, affiliateDepthMax, type PlaceFact, type Route } from '@opentipline/contract'
import { foldName } from '../places/usStates.ts'

/** An entry by which one agency leads another, as it holds from a day on (`YYYY-MM-DD`) until before another. */
export type Affiliation = {
  lead: string
  leadName: string
  agency: string
  name: string
  areas: readonly AffiliateArea[]
  straight: readonly string[]
  from: string
  to: string | null
}

/** Smaller areas win: 0 by county, 1 by the name of a place, 2 as a whole state; null outside. */
const nearness = (area: AffiliateArea, place: PlaceFact): number | null => {
  if (place.country !== 'US' || place.region !== area.state) return null
  if (place.countyFips !== undefined && area.counties.includes(place.countyFips)) return 0
  const city = place.city
  // As with task forces: a county that is known beats the name of a place, which many counties share.
  if (place.countyFips === undefined && city !== undefined)
    if (area.places.some((each) => foldName(each) === foldName(city))) return 1
  return area.counties.length === 0 && area.places.length === 0 ? 2 : null
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The affiliate of a lead in whose area a place is on a day: the smallest area first, then by id. */
const affiliateFor = (
  all: readonly Affiliation[],
  lead: string,
  place: PlaceFact,
  day: string,
): Affiliation | undefined =>
  all
    .filter((each) => each.lead === lead && each.from <= day && day < (each.to ?? '9999'))
    .flatMap((each) => {
      const near = each.areas.map((area) => nearness(area, place)).filter((one) => one !== null)
      return near.length > 0 ? [{ each, near: Math.min(...near) }] : []
    })
    .toSorted((a, b) => a.near - b.near || byText(a.each.agency, b.each.agency))[0]?.each

export type Below = {
  affiliations: readonly Affiliation[]
  /** The kind of incident that the report states. */
  kind: string | undefined
  day: string
  /** Agencies that have the report already. */
  holders: ReadonlySet<string>
}

/**
 * Takes a route down the tree of the agency that it names. The lead looks first: its person passes on what is an affiliate's,
 * and the route says whose that is. Only where the lead's own rule names the kind does it go straight there. Who has the
 * report keeps it, whatever rule came later: one place never brings a report to a lead and to its affiliate both.
 */
export const throughAffiliates = (route: Route, below: Below): Route => {
  let here = route
  for (let depth = 0; depth < affiliateDepthMax; depth += 1) {
    const { agency, place } = here
    if (agency === null || place === undefined) return here
    const found = affiliateFor(below.affiliations, agency, place, below.day)
    if (!found) return here
    const isKind = below.kind !== undefined && found.straight.includes(below.kind)
    const straight = !below.holders.has(agency) && (below.holders.has(found.agency) || isKind)
    const affiliate = { agencyId: found.agency, name: found.name, leadId: found.lead, straight }
    if (!straight)
      return {
        ...here,
        because: `${here.because} It is in the area of its affiliate ${found.name} too; ${found.leadName} looks at it first.`,
        affiliate,
      }
    here = {
      ...here,
      agency: found.agency,
      because: isKind
        ? `${here.because} It went straight to ${found.name}, by the rule of ${found.leadName} for reports of this kind.`
        : `${here.because} It stays with ${found.name}, affiliate of ${found.leadName}, who has it.`,
      affiliate,
    }
  }
  return here
}
