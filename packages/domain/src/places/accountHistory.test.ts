import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { IpCapture } from '@opentipline/contract'
import { enrich } from '../findings/enrich.ts'
import { findingPlan } from '../findings/findingPlan.ts'
import { atlas, fakeSources } from '../findings/sources.fixture.ts'
import { emptyFile, emptyParty, reportWith } from '../identifiers/reports.fixture.ts'
import { accountHistories } from './accountHistory.ts'
import { eventTimesOf } from './eventTimes.ts'

const day = (n: number, ipAddress: string): IpCapture => ({
  ipAddress,
  at: `2026-01-${String(n).padStart(2, '0')}T12:00:00Z`,
})

async function histories(...accounts: IpCapture[][]) {
  const report = reportWith({ parties: accounts.map((ipCaptures) => emptyParty('reported', { ipCaptures })) })
  return accountHistories(report, await enrich(findingPlan(report), fakeSources))
}

test('captures at one place over a week are a consistent home', async () => {
  const [history] = await histories([day(1, atlas.home), day(5, atlas.home), day(9, atlas.home)])
  assert.equal(history?.pattern, 'consistent')
  assert.equal(history?.home, 'Dayton, OH, US')
})

test('a journey that can be made is travel, one that cannot is not one person', async () => {
  const week = [day(1, atlas.home), day(5, atlas.home), day(9, atlas.home)]
  const [travel] = await histories([...week, day(12, atlas.far)])
  assert.equal(travel?.pattern, 'home and travel')
  const soon = { ipAddress: atlas.far, at: '2026-01-09T12:30:00Z' }
  const [impossible] = await histories([...week, soon])
  assert.equal(impossible?.pattern, 'not one person')
})

const after = (hours: number) => ({ ipAddress: atlas.far, at: `2026-01-09T${12 + hours}:00:00Z` })

const patternOf = async (...captures: IpCapture[]) =>
  (await histories([day(1, atlas.home), day(5, atlas.home), day(9, atlas.home), ...captures]))[0]?.pattern

test('some 7,000 km take nine hours by air and not seven; what databases err by is no journey', async () => {
  assert.equal(await patternOf(after(7)), 'not one person')
  assert.equal(await patternOf(after(9)), 'home and travel')
  assert.equal(await patternOf({ ipAddress: atlas.near, at: '2026-01-09T12:01:00Z' }), 'home and travel')
})

const homeIn = async (...captures: IpCapture[]) => (await histories(captures))[0]?.home

test('a home is where three captures in five are, on three at least, over a week at least', async () => {
  const far = [10, 11].map((n) => day(n, atlas.far))
  assert.equal(
    await homeIn(day(1, atlas.home), day(5, atlas.home), day(8, atlas.home), ...far),
    'Dayton, OH, US',
  )
  assert.equal(await homeIn(day(1, atlas.home), day(5, atlas.home), day(7, atlas.home)), undefined)
  assert.equal(await homeIn(day(1, atlas.home), day(9, atlas.home)), undefined)
  const more = [12, 13].map((n) => day(n, atlas.near))
  assert.equal(
    await homeIn(day(1, atlas.home), day(5, atlas.home), day(8, atlas.home), ...far, ...more),
    undefined,
  )
})

test('captures far from the date of the data still make a pattern, and how many are doubtful is told', async () => {
  const old = (n: number) => ({ ...day(n, atlas.home), at: `2019-01-0${n}T12:00:00Z` })
  const [history] = await histories([old(1), old(4), old(9)])
  assert.deepEqual([history?.pattern, history?.doubtful], ['consistent', 3])
  const [fresh] = await histories([day(1, atlas.home), day(5, atlas.home), day(9, atlas.home)])
  assert.equal(fresh?.doubtful, 0)
})

test('captures behind a VPN tell no place, and too few tell no pattern', async () => {
  const [hidden] = await histories([day(1, atlas.vpn), day(5, atlas.vpn), day(9, atlas.vpn)])
  assert.deepEqual([hidden?.pattern, hidden?.hidden, hidden?.places], ['unknown', 3, []])
  const [few] = await histories([day(1, atlas.home)])
  assert.equal(few?.pattern, 'unknown')
})

test('accounts that used one address know of each other', async () => {
  const [one, two] = await histories([day(1, atlas.home)], [day(2, atlas.home)])
  assert.deepEqual(one?.sharesAddressWith, ['/parties/1'])
  assert.deepEqual(two?.sharesAddressWith, ['/parties/0'])
})

test('an upload time that a provider puts among named values is found, and is derived', () => {
  const metadata = [{ name: 'Upload Date and Time', value: '2026-01-14T08:28:30Z' }]
  const report = reportWith({ reporter: { espName: 'Dropbox, Inc.' }, files: [emptyFile('f', { metadata })] })
  assert.deepEqual(
    eventTimesOf(report).map(({ what, about, basis, time }) => [what, about, basis, time?.utc]),
    [['upload', '/files/0', 'derived', '2026-01-14T08:28:30Z']],
  )
})
