import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding, IpCapture, Report } from '@opentipline/contract'
import fc from 'fast-check'
import { arbitraryReport, emptyFile, emptyParty, reportWith } from '../identifiers/reports.fixture.ts'
import type { Sources } from './answers.ts'
import { enrich } from './enrich.ts'
import { findingPlan } from './findingPlan.ts'
import { dateCaveat } from './ipFindings.ts'
import { atlas, fakeSources } from './sources.fixture.ts'
import { ipNetworkValue } from './values.ts'

const captured = (...ipCaptures: IpCapture[]): Report =>
  reportWith({ parties: [emptyParty('reported', { ipCaptures })] })
const run = (report: Report, sources: Sources): Promise<Finding[]> => enrich(findingPlan(report), sources)
const find = (findings: readonly Finding[], kind: Finding['kind']): Finding => {
  const found = findings.find((finding) => finding.kind === kind)
  assert.ok(found, kind)
  return found
}

test('hit, miss, not checked and failed are four answers', async () => {
  const { home, global, time } = atlas
  const answer = async (ipAddress: string, sources: Sources) =>
    find(await run(captured({ ipAddress, at: time }), sources), 'ip location').answer
  const throwing = { lookup: () => Promise.reject(new Error('the disk is gone')) }
  const empty = { lookup: () => ({ answer: 'miss', by: { source: 's', sourceVersion: '1' } }) as const }
  assert.equal(await answer(home, fakeSources), 'hit')
  assert.equal(await answer(global, { locator: empty }), 'miss')
  assert.equal(await answer(global, {}), 'not checked')
  assert.equal(await answer(global, { locator: throwing }), 'failed')
})

test('a failed check says why, and has no value', async () => {
  const sources = { locator: { lookup: () => Promise.reject(new Error('the disk is gone')) } }
  const finding = find(await run(captured({ ipAddress: atlas.global }), sources), 'ip location')
  assert.match(finding.caveat ?? '', /the disk is gone/)
  assert.deepEqual(finding.value, {})
})

test('a reserved address is not looked up in a database, unless the operator’s own table names it', async () => {
  const never = { lookup: () => assert.fail('a reserved address was looked up') }
  const reserved = await run(captured({ ipAddress: '198.51.100.7', at: atlas.time }), {
    locator: never,
    networks: never,
  })
  assert.deepEqual(new Set(reserved.map(({ answer }) => answer)), new Set(['not checked']))
  assert.match(find(reserved, 'ip location').caveat ?? '', /RFC 5737/)
  const named = await run(captured({ ipAddress: atlas.home, at: atlas.time }), {
    ...fakeSources,
    locator: never,
    networks: never,
  })
  assert.equal(find(named, 'ip location').value.city, 'Dayton')
})

const householdCaveat = async (capture: Omit<IpCapture, 'ipAddress'>) =>
  find(await run(captured({ ipAddress: atlas.carrier, ...capture }), fakeSources), 'ip network').caveat

test('a shared address without port and exact second is not one household', async () => {
  assert.match((await householdCaveat({ at: atlas.time })) ?? '', /without the port it is not one household/)
  assert.match((await householdCaveat({ port: 443 })) ?? '', /without the exact second/)
  assert.match(
    (await householdCaveat({ at: '2026-01-13T07:15Z' })) ?? '',
    /without the port and the exact second/,
  )
  assert.equal(await householdCaveat({ at: atlas.time, port: 443 }), undefined)
})

const sharingOf = async (ipAddress: string, port?: number) => {
  const capture = { ipAddress, at: atlas.time, ...(port === undefined ? {} : { port }) }
  const read = ipNetworkValue(find(await run(captured(capture), fakeSources), 'ip network'))
  return [read?.sharing, read?.separable]
}

test('a network’s sharing is told with whether the capture could separate its subscribers', async () => {
  assert.deepEqual(await sharingOf(atlas.home), ['one network', false])
  assert.deepEqual(await sharingOf(atlas.carrier, 443), ['many subscribers', true])
  assert.deepEqual(await sharingOf(atlas.vpn), ['many subscribers', false])
})

const confidenceAt = async (at: string) =>
  find(await run(captured({ ipAddress: atlas.home, at }), fakeSources), 'ip location').confidence

test('a network that hides its user makes the place of low confidence, however sure the database is', async () => {
  const by = { source: 'sure', sourceVersion: '1', sourceDate: atlas.time }
  const locator = {
    lookup: () => ({ answer: 'hit', value: { country: 'US' }, confidence: 'high', by }) as const,
  }
  const networks = {
    lookup: () => ({ answer: 'hit', value: { kind: 'vpn' }, confidence: 'high', by }) as const,
  }
  const report = captured({ ipAddress: atlas.global, at: atlas.time })
  assert.equal(find(await run(report, { locator, networks }), 'ip location').confidence, 'low')
  assert.equal(find(await run(report, { locator }), 'ip location').confidence, 'high')
  const doubted = captured({ ipAddress: atlas.global, at: atlas.time, possibleProxy: true })
  assert.equal(find(await run(doubted, { locator }), 'ip location').confidence, 'medium')
})

test('the county of an address is asked for in the United States and their territories alone', async () => {
  const by = { source: 'sure', sourceVersion: '1', sourceDate: atlas.time }
  const isAsked = async (country: string | undefined): Promise<boolean> => {
    let asked = false
    const locator = {
      lookup: () =>
        ({
          answer: 'hit',
          value: { country, latitude: 18, longitude: -66 },
          confidence: 'high',
          by,
        }) as const,
    }
    const miss = { answer: 'miss', by } as const
    const counties = {
      at: () => {
        asked = true
        return miss
      },
      ofPostalCode: () => miss,
      ofCity: () => miss,
    }
    await run(captured({ ipAddress: atlas.global, at: atlas.time }), { locator, counties })
    return asked
  }
  for (const country of ['US', 'PR', undefined]) assert.equal(await isAsked(country), true, country)
  for (const country of ['CA', 'GB']) assert.equal(await isAsked(country), false, country)
})

test('an event far from the date of the data weakens the answer and says so', async () => {
  assert.equal(dateCaveat({ sourceDate: '2026-01-01' }, '2026-03-31T00:00:00Z'), undefined)
  assert.match(
    dateCaveat({ sourceDate: '2026-01-01' }, '2024-01-01T00:00:00Z') ?? '',
    /731 days from the event/,
  )
  assert.match(dateCaveat({ sourceDate: '2026-01-01' }, undefined) ?? '', /no exact time/)
  assert.match(dateCaveat({}, atlas.time) ?? '', /date of the data is not known/)
  assert.equal(dateCaveat({ sourceDate: '2026-01-01', timeless: true }, '2020-01-01T00:00:00Z'), undefined)
  assert.equal(await confidenceAt(atlas.time), 'medium')
  assert.equal(await confidenceAt('2024-01-01T00:00:00Z'), 'low')
})

test('a hash without any list is not checked, which is not a "no match"', async () => {
  const files = [emptyFile('f', { verificationHash: '0'.repeat(31).concat('1') })]
  assert.equal(find(await run(reportWith({ files }), {}), 'hash list').answer, 'not checked')
})

const keysOf = (findings: readonly Finding[]) =>
  findings.filter(({ kind }) => kind !== 'hash list').map(({ key }) => key)

test('the same plan gives the same keys, so that a later run replaces an earlier one', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryReport, async (report) => {
      const first = await run(report, fakeSources)
      const second = await run(report, {})
      assert.deepEqual(keysOf(first), keysOf(second))
      assert.equal(new Set(first.map(({ key }) => key)).size, first.length)
      for (const { answer, value } of first) assert.ok(answer === 'hit' || Object.keys(value).length === 0)
    }),
    { numRuns: 50 },
  )
})
