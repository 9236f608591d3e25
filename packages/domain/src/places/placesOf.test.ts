import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding } from '@opentipline/contract'
import fc from 'fast-check'
import { enrich } from '../findings/enrich.ts'
import { findingPlan } from '../findings/findingPlan.ts'
import { atlas, fakeSources } from '../findings/sources.fixture.ts'
import { arbitraryReport, emptyFile, emptyParty, reportWith } from '../identifiers/reports.fixture.ts'
import { textFindings } from '../text/textFindings.ts'
import { placesOf } from './placesOf.ts'

type Report = Parameters<typeof placesOf>[0]
const allFindings = async (report: Report): Promise<Finding[]> => [
  ...(await enrich(findingPlan(report), fakeSources)),
  ...textFindings(report),
]
const placed = async (report: Report) =>
  placesOf(report, await allFindings(report)).map(
    ({ role, kind, specificity, confidence, country, region, countyFips, city }) =>
      [role, kind, specificity, confidence, country, region, countyFips, city]
        .filter((part) => part !== undefined)
        .join(' '),
  )
const personAt = (address: Record<string, string>) => ({ phones: [], emails: [], addresses: [address] })

test('a stated address gives its county by the ZIP code, and a state by name is its code', async () => {
  const person = personAt({
    street: '1 Example Street',
    city: 'Dayton',
    state: 'Ohio',
    postalCode: atlas.zip,
  })
  assert.deepEqual(await placed(reportWith({ parties: [emptyParty('reported', { person })] })), [
    'subject stated address address high US OH 39113 Dayton',
  ])
})

const estimatedAt = (city: string) => ({ estimatedLocation: { city, region: 'OH', countryCode: 'US' } })

test('child, subject and recipient are apart, and a file is a place of its own', async () => {
  const report = reportWith({
    parties: [
      emptyParty('reported', estimatedAt('One')),
      emptyParty('child', estimatedAt('Two')),
      emptyParty('recipient', estimatedAt('Three')),
    ],
    files: [emptyFile('f', { ipCaptures: [{ ipAddress: atlas.home, at: atlas.time }] })],
  })
  assert.deepEqual(await placed(report), [
    'subject estimated location city medium US OH One',
    'child estimated location city medium US OH Two',
    'recipient estimated location city medium US OH Three',
    'file ip location city medium US OH 39113 Dayton',
  ])
})

test('a network that hides its user makes the place of its address one of low confidence', async () => {
  const ipCaptures = [{ ipAddress: atlas.vpn, at: atlas.time }]
  assert.deepEqual(await placed(reportWith({ parties: [emptyParty('reported', { ipCaptures })] })), [
    'subject ip location city low US OH 39113 Dayton',
  ])
})

test('the two letters of a country are never those of a state', async () => {
  const report = reportWith({
    parties: [emptyParty('reported', { person: personAt({ country: 'CA', otherRegion: 'Ontario' }) })],
  })
  assert.deepEqual(await placed(report), ['subject stated address region high CA Ontario'])
})

test('a region that is no state of the United States is not made one', async () => {
  const report = reportWith({
    parties: [emptyParty('reported', { person: personAt({ country: 'US', state: 'EX' }) })],
  })
  assert.deepEqual(await placed(report), ['subject stated address country high US'])
})

test('a territory is a jurisdiction of the United States, by its code and by its ZIP code', async () => {
  const byCode = reportWith({ parties: [emptyParty('reported', { person: personAt({ country: 'PR' }) })] })
  const byZip = reportWith({
    parties: [emptyParty('reported', { person: personAt({ postalCode: '00901' }) })],
  })
  assert.deepEqual(await placed(byCode), ['subject stated address region high US PR'])
  assert.deepEqual(await placed(byZip), ['subject stated address postal code high US PR'])
})

test('a phone number hints at a state, weakly', async () => {
  const person = { phones: [{ number: '202-555-0142' }], emails: [], addresses: [] }
  assert.deepEqual(await placed(reportWith({ parties: [emptyParty('reported', { person })] })), [
    'subject phone region region low US DC',
  ])
})

test('a named school is a place of the child, also where nothing says in which state', async () => {
  const report = reportWith({ parties: [emptyParty('child', { schoolName: 'Example Middle School' })] })
  assert.deepEqual(await placed(report), ['child school address high'])
})

test('coordinates of the incident give the county they lie in', async () => {
  const { latitude, longitude } = atlas
  const report = reportWith({
    internetDetails: [{ kind: 'cellPhone', latitude, longitude, additionalInfo: [] }],
  })
  assert.deepEqual(await placed(report), ['incident coordinates address high US OH 39113'])
})

test('a place in text is weak, a quoted or denied one is none', async () => {
  const report = reportWith({
    additionalInfo: ['lives in Utah', 'wrote "I live in Iowa"', 'does not live in Ohio'],
  })
  assert.deepEqual(await placed(report), ['incident text place region low US UT'])
})

test('whatever a report holds, every place names where it is from, and without findings there are only stated ones', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryReport, async (report) => {
      const findings = await allFindings(report)
      const keys = new Set(findings.map(({ key }) => key))
      for (const { evidence, basis } of placesOf(report, findings)) {
        assert.equal(evidence.from, basis === 'stated' ? 'report' : 'finding')
        if (evidence.from === 'finding') assert.ok(keys.has(evidence.ref))
      }
      assert.ok(placesOf(report, []).every(({ basis }) => basis === 'stated'))
    }),
  )
})
