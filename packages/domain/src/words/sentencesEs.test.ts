import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Identifier, identifierKinds, type PlaceFact } from '@opentipline/contract'
import fc from 'fast-check'
import { enrich } from '../findings/enrich.ts'
import { findingPlan } from '../findings/findingPlan.ts'
import { fakeSources } from '../findings/sources.fixture.ts'
import { arbitraryReport } from '../identifiers/reports.fixture.ts'
import { labelBecause } from '../label/label-of.ts'
import { labelRules } from '../label/rules.ts'
import { linkWorth } from '../links/worth.ts'
import { throughAffiliates } from '../routing/affiliates.ts'
import { type AgencyEntry, parseRegistry } from '../routing/registry.ts'
import { route } from '../routing/route.ts'
import { anyPlaces } from '../signals/facts.fixture.ts'
import { signalRegistry } from '../signals/registry.ts'
import { sentencesEs } from './sentencesEs.ts'
import { signalNamesEs } from './signalNamesEs.ts'
import { tipActsEn, tipArrivalsEn } from './tipHistoryEn.ts'

/** Words of English that no Spanish sentence has. */
const english = /\b(?:the|is|are|of|and|by|with|same|this|no \w+ is)\b/i

const assertTold = (text: string): string => {
  const parts = sentencesEs(text)
  for (const part of parts) assert.ok(part.told, `Not told in Spanish: ${part.text}`)
  const said = parts.map((part) => part.text).join(' ')
  assert.notEqual(said, text)
  return said
}

test('every act that finds out, and all advice to a provider, is told in Spanish', () => {
  for (const { act, providerAdvice } of signalRegistry)
    for (const each of [act, providerAdvice])
      if (each !== undefined) assert.doesNotMatch(assertTold(each), english)
})

test('every signal has its short name in Spanish, and there are no others', () => {
  assert.deepEqual(
    Object.keys(signalNamesEs),
    signalRegistry.map(({ name }) => name),
  )
})

test('every reason of a label is told in Spanish', () => {
  for (const { because } of labelRules) assert.doesNotMatch(assertTold(because), english)
  const unknown = signalRegistry.map(() => 0)
  assert.doesNotMatch(assertTold(labelBecause(unknown)), english)
})

test('whatever was done with a tip, and how it came, is told in Spanish', () => {
  const all = [...Object.values(tipActsEn), ...Object.values(tipArrivalsEn)]
  assert.equal(new Set(all).size, all.length, 'one saying is one act')
  for (const each of all) assert.doesNotMatch(assertTold(each), english)
})

const agency = (id: string, areas: AgencyEntry['areas'], more: Partial<AgencyEntry> = {}): AgencyEntry => ({
  id,
  name: `Agency ${id}`,
  kind: 'task force',
  mark: 'recalled',
  areas,
  ...more,
})
const parsed = parseRegistry([
  {
    asOf: '2026-11-22',
    source: 'A test',
    agencies: [
      agency('mn', [{ state: 'MN', mark: 'recalled' }]),
      agency('il-cook', [{ state: 'IL', counties: ['17031'], places: ['Chicago'], mark: 'recalled' }]),
      agency('il-zip', [{ state: 'IL', zips: ['60601'], mark: 'recalled' }]),
      agency('il-rest', [{ state: 'IL', rest: true, mark: 'recalled' }]),
      agency('ca-one', [{ state: 'CA', counties: ['06073'], mark: 'recalled' }]),
      agency('ca-rest', [{ state: 'CA', rest: true, mark: 'uncertain' }]),
      agency('gb', [{ country: 'GB', mark: 'recalled' }], { kind: 'foreign', legalBasis: 'A test' }),
      agency('relay', [{ country: '*', mark: 'uncertain' }], { kind: 'federal' }),
    ],
  },
])
assert.ok(parsed.ok)
const { registry } = parsed
const at = '2026-11-22T00:00:00Z'

const place = (more: Partial<PlaceFact>): PlaceFact[] => [
  {
    role: 'subject',
    kind: 'stated address',
    basis: 'stated',
    specificity: 'city',
    confidence: 'high',
    country: 'US',
    evidence: { from: 'report', ref: '/parties/0/person/addresses/0' },
    ...more,
  },
]

test('every sentence of a route, and everything that one lacks, is told in Spanish', () => {
  const said = [
    { region: 'MN', city: 'Saint Paul' },
    { region: 'IL', countyFips: '17031' },
    { region: 'IL', city: 'Chicago' },
    { region: 'IL', postalCode: '60601' },
    { region: 'IL' },
    { region: 'IL', countyFips: '17001' },
    { region: 'CA', countyFips: '06001' },
    { region: 'MN', kind: 'coordinates' as const },
    { country: 'GB' },
    { country: 'NL', role: 'child' as const },
  ].map((more) =>
    route({ places: place(more), registry, at })
      .map(({ because }) => assertTold(because))
      .join(),
  )
  for (const each of said) assert.doesNotMatch(each, english)
  assert.equal(
    said[1],
    'El domicilio indicado de la persona reportada (condado 17031, IL, US) está en la zona de Agency il-cook, por el condado.',
  )
  assert.equal(
    said[4],
    'El domicilio indicado de la persona reportada (IL, US) está en la zona de Agency il-rest, como grupo especial del resto del estado; es dudoso, porque IL tiene varios grupos especiales y no se sabe el condado.',
  )
  fc.assert(
    fc.property(anyPlaces, (places) => {
      for (const { because, missing } of route({ places, registry, at }))
        for (const each of [because, ...missing]) assertTold(each)
    }),
    { numRuns: 200 },
  )
})

test('what became of a route below its lead is told in Spanish, behind the route itself', () => {
  const affiliation = {
    lead: 'mn',
    leadName: 'Agency mn',
    agency: 'city',
    name: 'City Police',
    areas: [{ state: 'MN', counties: [], places: [] }],
    from: '2026-01-01',
    to: null,
  }
  const [way] = route({
    places: [
      {
        role: 'child',
        kind: 'school',
        basis: 'stated',
        specificity: 'region',
        confidence: 'high',
        country: 'US',
        region: 'MN',
        evidence: { from: 'report', ref: '/parties/0' },
      },
    ],
    registry,
    at,
  })
  assert.ok(way)
  for (const [straight, holders] of [
    [[], []],
    [['a kind'], []],
    [[], ['city']],
  ] as const) {
    const below = { kind: 'a kind', day: '2026-11-22', holders: new Set<string>(holders) }
    const led = throughAffiliates(way, { affiliations: [{ ...affiliation, straight }], ...below })
    assert.notEqual(led.because, way.because)
    assert.doesNotMatch(assertTold(led.because), english)
  }
})

test('every worth of a link is told in Spanish', () => {
  const kinds: readonly Identifier['kind'][] = identifierKinds
  for (const kind of kinds)
    for (const basis of ['stated', 'derived'] as const)
      for (const value of ['imei-unchecked:1', '192.0.2.1@2026', '192.0.2.1:40000@2026'])
        if (linkWorth({ kind, value, role: 'reported', basis }, 2).strength !== 'none')
          assert.doesNotMatch(
            assertTold(linkWorth({ kind, value, role: 'reported', basis }, 2).because),
            english,
          )
})

test('what a finding is to be taken with is told in Spanish, whichever sources there are', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryReport, fc.boolean(), async (report, loaded) => {
      for (const { caveat } of await enrich(findingPlan(report), loaded ? fakeSources : {}))
        if (caveat !== undefined) assertTold(caveat)
    }),
    { numRuns: 60 },
  )
})

test('who the people of the demonstration are is told in Spanish', () => {
  const file = join(import.meta.dirname, '../../../../data/demo/people.yaml')
  const abouts = [...readFileSync(file, 'utf8').matchAll(/about: "?(.+?)"?\}?$/gm)].map(
    ([, about]) => about ?? '',
  )
  assert.ok(abouts.length >= 10)
  for (const each of abouts) assert.doesNotMatch(assertTold(each), english)
})

test('what is no sentence of the program stays as it was written, and is told apart', () => {
  for (const own of ['A child may be at immediate risk', 'Synthetic narrative 17. It goes on. And on.', ''])
    assert.deepEqual(new Set(sentencesEs(own).map(({ told }) => told)), new Set([false]))
  assert.equal(
    sentencesEs('Synthetic narrative 17. It goes on. And on.')
      .map(({ text }) => text)
      .join(' '),
    'Synthetic narrative 17. It goes on. And on.',
  )
  assert.deepEqual(sentencesEs('Stated in UTC. Synthetic remark 17'), [
    { text: 'Indicado en UTC.', told: true },
    { text: 'Synthetic remark 17', told: false },
  ])
})
