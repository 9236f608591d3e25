import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import type { PlaceFact } from '@opentipline/contract'
import { route, usStates } from '@opentipline/domain'
import { shippedRegistry } from './shipped.ts'

const registry = shippedRegistry()
const taskForces = registry.agencies.filter((agency) => agency.kind === 'task force')
const at = '2026-11-22T00:00:00Z'

const place = (more: Partial<PlaceFact>): PlaceFact => ({
  role: 'subject',
  kind: 'stated address',
  basis: 'stated',
  specificity: 'region',
  confidence: 'high',
  country: 'US',
  evidence: { from: 'report', ref: '/parties/0/person/addresses/0' },
  ...more,
})

test('there are 61 task forces', () => assert.equal(taskForces.length, 61))

test('every state, district and territory leads to an agency', () => {
  for (const { code } of usStates) {
    const [first] = route({ places: [place({ region: code })], registry, at })
    assert.notEqual(first?.agency, null, code)
  }
})

const atlas: { objects: { counties: { geometries: { id: string }[] } } } = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('us-atlas/counties-10m.json'), 'utf8'),
)
const counties = atlas.objects.counties.geometries.map(({ id }) => id)

test('every county of the atlas leads to exactly one agency of its own state', () => {
  for (const fips of counties) {
    const state = usStates.find((each) => each.fips === fips.slice(0, 2))
    if (state === undefined) continue
    const routes = route({
      places: [place({ region: state.code, countyFips: fips, specificity: 'county' })],
      registry,
      at,
    })
    assert.equal(routes.length, 1, fips)
    const agency = registry.agencies.find(({ id }) => id === routes[0]?.agency)
    assert.ok(
      agency?.areas.some((area) => area.state === state.code),
      fips,
    )
  }
})

test('every county that an area names exists and lies in its state', () => {
  const known = new Set(counties)
  for (const { id, areas } of taskForces) {
    for (const { state, counties: named = [] } of areas) {
      const fips = usStates.find((each) => each.code === state)?.fips
      for (const county of named)
        assert.ok(known.has(county) && county.startsWith(fips ?? '?'), `${id} ${county}`)
    }
  }
})

test('where the split of a state is uncertain, a route by it has low confidence and says so', () => {
  for (const region of ['CA', 'FL', 'TX', 'VA']) {
    const [first] = route({ places: [place({ region })], registry, at })
    assert.equal(first?.confidence, 'low', region)
    assert.match(first?.because ?? '', /uncertain/, region)
  }
})

test('federal and foreign agencies have a legal basis, and any country leads to one of them', () => {
  const outside = registry.agencies.filter(({ kind }) => kind === 'federal' || kind === 'foreign')
  for (const { id, legalBasis } of outside) assert.match(legalBasis ?? '', /2258A\(c\)/, id)
  for (const country of ['GB', 'DE', 'FR', 'PH', 'ZW']) {
    assert.notEqual(
      route({ places: [place({ country, specificity: 'country' })], registry, at })[0]?.agency,
      null,
    )
  }
})
