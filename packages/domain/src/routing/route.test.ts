import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlaceFact, Route } from '@opentipline/contract'
import fc from 'fast-check'
import { anyPlaces } from '../signals/facts.fixture.ts'
import { type AgencyEntry, parseRegistry, type Registry } from './registry.ts'
import { agenciesPerSideMax, route } from './route.ts'

const agency = (id: string, areas: AgencyEntry['areas'], more: Partial<AgencyEntry> = {}): AgencyEntry => ({
  id,
  name: `Agency ${id}`,
  kind: 'task force',
  mark: 'recalled',
  areas,
  ...more,
})

const file = (...agencies: AgencyEntry[]): unknown => ({ asOf: '2026-11-22', source: 'A test', agencies })

function registryOf(...agencies: AgencyEntry[]): Registry {
  const parsed = parseRegistry([file(...agencies)])
  assert.ok(parsed.ok)
  return parsed.registry
}

const registry = registryOf(
  agency('mn', [{ state: 'MN', mark: 'recalled' }]),
  agency('il-cook', [{ state: 'IL', counties: ['17031'], places: ['Chicago'], mark: 'recalled' }]),
  agency('il-rest', [{ state: 'IL', rest: true, mark: 'recalled' }]),
  agency('ca-one', [{ state: 'CA', counties: ['06073'], mark: 'recalled' }]),
  agency('ca-rest', [{ state: 'CA', rest: true, mark: 'uncertain' }]),
  agency('gb', [{ country: 'GB', mark: 'recalled' }], { kind: 'foreign', legalBasis: 'A test' }),
  agency('relay', [{ country: '*', mark: 'uncertain' }], { kind: 'federal' }),
)

const place = (more: Partial<PlaceFact>): PlaceFact => ({
  role: 'subject',
  kind: 'stated address',
  basis: 'stated',
  specificity: 'city',
  confidence: 'high',
  country: 'US',
  evidence: { from: 'report', ref: '/parties/0/person/addresses/0' },
  ...more,
})

const at = '2026-11-22T00:00:00Z'
const to = (...places: PlaceFact[]): Route[] => route({ places, registry, at })
const agencies = (...places: PlaceFact[]): (string | null)[] => to(...places).map((each) => each.agency)

test('a state with one task force goes to it, surely and without a doubt, whatever the county', () => {
  for (const countyFips of [undefined, '27053']) {
    const [only, none] = to(place({ region: 'MN', countyFips }))
    assert.deepEqual([only?.agency, only?.confidence, none], ['mn', 'high', undefined])
    assert.doesNotMatch(only?.because ?? '', /not known|rest of the state/)
  }
})

test('a state with several goes by county, then by the name of the place, then to the rest', () => {
  assert.deepEqual(agencies(place({ region: 'IL', countyFips: '17031' })), ['il-cook'])
  assert.deepEqual(agencies(place({ region: 'IL', city: 'CHICAGO' })), ['il-cook'])
  assert.deepEqual(agencies(place({ region: 'IL', countyFips: '17113', city: 'Chicago' })), ['il-rest'])
})

test('where the county or the split is not known, the route has low confidence and says why', () => {
  const [noCounty] = to(place({ region: 'IL' }))
  assert.deepEqual([noCounty?.agency, noCounty?.confidence], ['il-rest', 'low'])
  assert.match(noCounty?.because ?? '', /county is not known/)
  const [noSplit] = to(place({ region: 'CA', countyFips: '06001' }))
  assert.deepEqual([noSplit?.agency, noSplit?.confidence], ['ca-rest', 'low'])
  assert.match(noSplit?.because ?? '', /how the counties of CA are divided is not known/)
})

test('a place that names the task force outright beats a guess in the same state', () => {
  assert.deepEqual(agencies(place({ region: 'CA' }), place({ region: 'CA', countyFips: '06073' })), [
    'ca-one',
  ])
})

test('subject and child in two areas reach both, the child first; in one area they are one route that says so', () => {
  assert.deepEqual(
    agencies(place({ region: 'MN' }), place({ role: 'child', region: 'IL', countyFips: '17031' })),
    ['il-cook', 'mn'],
  )
  const [both, none] = to(place({ region: 'MN' }), place({ role: 'child', region: 'MN' }))
  assert.equal(none, undefined)
  assert.match(both?.because ?? '', /child.*and.*reported person.*Agency mn/)
})

test('a recipient is not a suspect: their place alone routes nowhere but to the clearinghouse', () => {
  const [only, none] = to(place({ role: 'recipient', region: 'MN' }))
  assert.deepEqual([only?.agency, none], [null, undefined])
  assert.match(only?.missing.join() ?? '', /recipient/)
})

test('without a place, or with a country alone, it waits in the clearinghouse with what is missing', () => {
  const [nothing] = to()
  assert.equal(nothing?.agency, null)
  assert.equal(nothing?.missing.length, 2)
  const lacking = (role: PlaceFact['role']) =>
    to(place({ role, specificity: 'country' }))[0]?.missing.join('; ') ?? ''
  assert.match(lacking('subject'), /the state.*where the child is$/)
  assert.doesNotMatch(lacking('subject'), /where the reported person is|school/)
  assert.match(lacking('child'), /the state.*where the reported person is/)
  assert.doesNotMatch(lacking('child'), /where the child is/)
})

test('abroad goes to the agency entered for the country, else to the relay with low confidence', () => {
  assert.deepEqual(agencies(place({ country: 'GB' })), ['gb'])
  assert.deepEqual(
    to(place({ country: 'FR' })).map((each) => [each.agency, each.confidence]),
    [['relay', 'low']],
  )
})

test('the place of the incident stands in for a reported person of whom none is known, and no longer once one is', () => {
  const incident = place({ role: 'incident', region: 'MN' })
  assert.deepEqual(agencies(incident), ['mn'])
  assert.deepEqual(agencies(incident, place({ region: 'IL', countyFips: '17031' })), ['il-cook'])
})

test('a town by its name alone is less sure than its county', () => {
  assert.equal(to(place({ region: 'IL', city: 'Chicago' }))[0]?.confidence, 'medium')
  assert.equal(to(place({ region: 'IL', countyFips: '17031' }))[0]?.confidence, 'high')
})

test('a traveller’s log-ins reach three agencies at most', () => {
  const seen = [
    { region: 'MN' },
    { region: 'IL', countyFips: '17031' },
    { region: 'IL', countyFips: '17113' },
    { region: 'CA', countyFips: '06073' },
  ].map((where) => place({ kind: 'ip location', ...where }))
  assert.equal(agencies(...seen).length, 3)
})

test('a doubtful place routes only where there is no firm one', () => {
  const behindVpn = place({ kind: 'ip location', confidence: 'low', region: 'IL', countyFips: '17031' })
  assert.deepEqual(agencies(behindVpn, place({ region: 'MN' })), ['mn'])
  assert.deepEqual(agencies(behindVpn), ['il-cook'])
})

test('two places of equal worth and one pointer lead the same way in either order', () => {
  const one = place({ kind: 'ip location', region: 'IL', countyFips: '17031', confidence: 'low' })
  const other = place({ kind: 'ip location', region: 'MN', confidence: 'low' })
  assert.deepEqual(to(one, other), to(other, one))
})

test('an entry holds from its first day until the day it ends', () => {
  const changing = registryOf(
    agency('old', [{ state: 'MN', mark: 'recalled' }], { to: '2026-06-01' }),
    agency('new', [{ state: 'MN', mark: 'recalled' }], { from: '2026-06-01' }),
  )
  const on = (day: string): (string | null)[] =>
    route({ places: [place({ region: 'MN' })], registry: changing, at: `${day}T12:00:00Z` }).map(
      (each) => each.agency,
    )
  assert.deepEqual([on('2026-05-31'), on('2026-06-01')], [['old'], ['new']])
})

test('two that claim one area at one time are refused, affiliates apart', () => {
  const twice = parseRegistry([
    file(agency('a', [{ state: 'MN', mark: 'recalled' }]), agency('b', [{ state: 'MN', mark: 'recalled' }])),
  ])
  assert.ok(!twice.ok)
  const beside = parseRegistry([
    file(
      agency('a', [{ state: 'MN', mark: 'recalled' }]),
      agency('b', [{ state: 'MN', mark: 'recalled' }], { kind: 'affiliate' }),
    ),
  ])
  assert.ok(beside.ok)
})

test('any places lead somewhere, explain themselves, never twice to one agency, and in any order alike', () => {
  fc.assert(
    fc.property(anyPlaces, (places) => {
      const routes = route({ places, registry, at })
      assert.ok(routes.length >= 1 && routes.length <= 2 * agenciesPerSideMax)
      assert.equal(new Set(routes.map((each) => each.agency)).size, routes.length)
      for (const { agency: receiver, because, missing } of routes) {
        assert.match(because, /^[A-Z].*\.$/)
        assert.equal(missing.length > 0, receiver === null)
        if (receiver === null) assert.equal(routes.length, 1)
      }
      assert.deepEqual(route({ places: places.toReversed(), registry, at }), routes)
    }),
  )
})

test('a ZIP code that an agency names beats the county, and two cannot both have it', () => {
  const [city, county] = [
    agency('il-city', [{ state: 'IL', zips: ['60601'], mark: 'recalled' }]),
    agency('il-cook', [{ state: 'IL', counties: ['17031'], mark: 'recalled' }]),
  ]
  const both = registryOf(city, county)
  const where = (postalCode: string) =>
    route({
      places: [place({ region: 'IL', countyFips: '17031', postalCode })],
      registry: both,
      at,
    }).map((each) => each.agency)
  assert.deepEqual(where('60601-1234'), ['il-city'])
  assert.deepEqual(where('60602'), ['il-cook'])
  const twice = parseRegistry([file(city, { ...county, areas: city.areas })])
  assert.ok(!twice.ok && twice.problems.some(({ message }) => /ZIP code 60601/.test(message)))
})

test('a foreign agency needs its legal basis, and the route says it', () => {
  const bare = parseRegistry([file(agency('gb', [{ country: 'GB', mark: 'recalled' }], { kind: 'foreign' }))])
  assert.ok(!bare.ok && bare.problems.some(({ message }) => /2258A\(c\)/.test(message)))
  assert.match(to(place({ country: 'GB' }))[0]?.because ?? '', /\(A test\)/)
})
