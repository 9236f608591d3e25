import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { Answer } from '@opentipline/domain'
import { demoOverlayPath } from './openSources.ts'
import { parseOverlay } from './overlay.ts'

const header = 'cidr,country,region,city,latitude,longitude,operator,kind'
const table = (...rows: string[]) =>
  parseOverlay(['# source: Example table', '# date: 2026-01-01', header, ...rows].join('\n'), 'example.csv')
const value = <T>(answer: Answer<T>): T | undefined => (answer.answer === 'hit' ? answer.value : undefined)

test('the narrowest range wins, and each part comes from the narrowest range that has it', async () => {
  const { locator, networks } = table(
    '192.0.2.0/24,US,OH,Dayton,39.75,-84.19,Example Cable,residential',
    '192.0.2.64/28,,,,,,,vpn',
  )
  assert.equal(value(await locator.lookup('192.0.2.65', undefined))?.city, 'Dayton')
  assert.equal(value(await networks.lookup('192.0.2.65'))?.kind, 'vpn')
  assert.equal(value(await networks.lookup('192.0.2.1'))?.kind, 'residential')
  assert.equal((await networks.lookup('192.0.3.1')).answer, 'miss')
})

test('IPv6 ranges and single addresses are found, and an IPv4 range never holds an IPv6 address', async () => {
  const { networks } = table(
    '2001:db8::/32,,,,,,Example,hosting',
    '192.0.2.7,,,,,,"Example, Inc.",tor',
    '0.0.0.0/0,,,,,,,mobile',
  )
  assert.equal(value(await networks.lookup('2001:db8:ffff::1'))?.kind, 'hosting')
  assert.equal(value(await networks.lookup('192.0.2.7'))?.operator, 'Example, Inc.')
  assert.equal((await networks.lookup('2001:db9::1')).answer, 'miss')
})

test('an answer names the table, its date and its caveat', async () => {
  const answer = await table('192.0.2.7,,,,,,,tor').networks.lookup('192.0.2.7')
  assert.deepEqual(answer.by, {
    source: 'Example table',
    sourceVersion: '2026-01-01',
    sourceDate: '2026-01-01',
    timeless: undefined,
  })
})

test('a row that cannot be read is refused with its file and line', () => {
  assert.throws(() => table('192.0.2.0/33,,,,,,,vpn'), /example\.csv line 4: .*not an address range/)
  assert.throws(() => table('192.0.2.0/24,,,,,,,VPN!'), /line 4: kind "VPN!"/)
  assert.throws(() => table('192.0.2.0/24,US,OH,Dayton,139,0,,'), /line 4: "139" is not a coordinate/)
  assert.throws(() => parseOverlay('a,b\n', 'example.csv'), /the header must be/)
})

test('the demonstration’s table says that it is synthetic, and names only addresses that belong to nobody', async () => {
  const content = await readFile(demoOverlayPath, 'utf8')
  const overlay = parseOverlay(content, 'ip-overlay.csv')
  const answer = await overlay.locator.lookup('198.51.100.20', undefined)
  assert.match(answer.by.source, /synthetic/)
  assert.equal(answer.by.timeless, true)
  assert.match(answer.answer === 'hit' ? (answer.caveat ?? '') : '', /made up/)
  const rows = content.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  for (const row of rows.slice(1))
    assert.match(row, /^(?:192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|2001:db8:)/)
  assert.equal(overlay.rows, rows.length - 1)
})
