import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlaceFact, Route } from '@opentipline/contract'
import fc from 'fast-check'
import { type Affiliation, throughAffiliates } from './affiliates.ts'

const place = (more: Partial<PlaceFact> = {}): PlaceFact => ({
  kind: 'stated address',
  role: 'subject',
  basis: 'stated',
  country: 'US',
  region: 'WI',
  specificity: 'county',
  confidence: 'high',
  evidence: { from: 'report', ref: '/x' },
  ...more,
})
const routeTo = (agency: string | null, at: PlaceFact = place({ countyFips: '55079' })): Route => ({
  agency,
  because: 'Somewhere.',
  place: at,
  confidence: 'high',
  missing: [],
})
const kind = 'Online Enticement of Children for Sexual Acts'
const under = (lead: string, agency: string, more: Partial<Affiliation> = {}): Affiliation => ({
  lead,
  leadName: `Lead ${lead}`,
  agency,
  name: `Agency ${agency}`,
  areas: [{ state: 'WI', counties: ['55079'], places: [] }],
  straight: [],
  from: '2026-01-01',
  to: null,
  ...more,
})
const go = (affiliations: Affiliation[], route = routeTo('tf'), holders: string[] = [], day = '2026-06-01') =>
  throughAffiliates(route, { affiliations, kind, day, holders: new Set(holders) })

test('the lead looks first, and the route says whose area it is too', () => {
  const route = go([under('tf', 'a')])
  assert.equal(route.agency, 'tf')
  assert.deepEqual(route.affiliate, { agencyId: 'a', name: 'Agency a', leadId: 'tf', straight: false })
  assert.match(route.because, /Lead tf looks at it first/)
})

test('a kind that the lead’s rule names goes straight, as deep as the rules reach, and no further', () => {
  const tree = [
    under('tf', 'a', { straight: [kind] }),
    under('a', 'b', { straight: [kind] }),
    under('b', 'c'),
  ]
  const route = go(tree)
  assert.equal(route.agency, 'b')
  assert.equal(route.affiliate?.agencyId, 'c')
  assert.match(route.because, /straight to Agency a.*straight to Agency b.*Lead b looks at it first/)
  assert.equal(go([under('tf', 'a', { straight: ['Child Sex Tourism'] })]).agency, 'tf')
})

test('entries hold from their first day until before their last', () => {
  const entry = [under('tf', 'a', { from: '2026-06-01', to: '2026-07-01' })]
  assert.equal(go(entry, routeTo('tf'), [], '2026-05-31').affiliate, undefined)
  assert.equal(go(entry, routeTo('tf'), [], '2026-06-01').affiliate?.agencyId, 'a')
  assert.equal(go(entry, routeTo('tf'), [], '2026-07-01').affiliate, undefined)
})

test('the smallest area wins; a county that is known beats a place’s name', () => {
  const state = under('tf', 'z', { areas: [{ state: 'WI', counties: [], places: [] }] })
  const city = under('tf', 'y', { areas: [{ state: 'WI', counties: [], places: ['Madison'] }] })
  assert.equal(go([state, under('tf', 'a')]).affiliate?.agencyId, 'a')
  const madison = routeTo('tf', place({ city: 'madison' }))
  assert.equal(go([state, city], madison).affiliate?.agencyId, 'y')
  assert.equal(
    go([city], routeTo('tf', place({ city: 'Madison', countyFips: '55025' }))).affiliate,
    undefined,
  )
  assert.equal(go([state], routeTo('tf', place({ region: 'IL' }))).affiliate, undefined)
})

test('who has the report keeps it, whatever rule came later', () => {
  const straight = [under('tf', 'a', { straight: [kind] })]
  assert.equal(go(straight, routeTo('tf'), ['tf']).agency, 'tf')
  assert.equal(go([under('tf', 'a')], routeTo('tf'), ['a']).agency, 'a')
})

test('whatever is entered, in whatever order, a route leads to one agency of the tree, and ends', () => {
  const ids = ['tf', 'a', 'b', 'c', 'd']
  const entries = fc.array(
    fc.record({
      lead: fc.constantFrom(...ids),
      agency: fc.constantFrom(...ids),
      straight: fc.constantFrom([], [kind]),
    }),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(entries, fc.subarray(ids), (given, holders) => {
      const tree = given.map(({ lead, agency, straight }) => under(lead, agency, { straight }))
      const route = go(tree, routeTo('tf'), holders)
      assert.ok(route.agency !== null && ids.includes(route.agency))
      if (holders.includes('tf')) assert.equal(route.agency, 'tf')
      assert.ok(route.because.startsWith('Somewhere.'))
      const reversed = go(tree.toReversed(), routeTo('tf'), holders)
      if (new Set(given.map(({ lead, agency }) => `${lead} ${agency}`)).size === given.length)
        assert.deepEqual(reversed, route)
    }),
  )
})

test('a report that leads nowhere is nobody’s affiliate’s', () => {
  assert.equal(go([under('tf', 'a')], routeTo(null)).affiliate, undefined)
})
