import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseAddress } from '@opentipline/domain'
import fc from 'fast-check'
import { findOperator, readAsnTable } from './asnTable.ts'
import { dateInVersion } from './asnNetworks.ts'
import { loadCountyMap } from './countyMap.ts'
import { networkKindOf } from './networkKind.ts'
import { openSources } from './openSources.ts'
import { placeOfRecord } from './placeOfRecord.ts'
import { loadZipTable } from './zipTable.ts'

async function inFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'sources-'))
  try {
    return await act(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const address = (text: string) => {
  const parsed = parseAddress(text)
  assert.ok(parsed)
  return parsed
}
const numberOf = (text: string) => address(text).bits

const row = (from: string, to: string, tail: string) => `${numberOf(from)},${numberOf(to)},${tail}\n`

test('an operator is found at both ends of its range and not beyond', () =>
  inFolder(async (folder) => {
    const [v4, v6] = [join(folder, 'v4.csv'), join(folder, 'v6.csv')]
    await writeFile(
      v4,
      row('192.0.2.16', '192.0.2.31', '64496,"Example, Inc."') +
        row('198.51.100.0', '198.51.100.255', '64497,Other'),
    )
    await writeFile(v6, row('2001:db8::', '2001:db8:0:ffff:ffff:ffff:ffff:ffff', '64496,"Example, Inc."'))
    const table = await readAsnTable(v4, v6)
    const found = (text: string) => findOperator(table, address(text))?.name
    assert.deepEqual(['192.0.2.15', '192.0.2.16', '192.0.2.31', '192.0.2.32'].map(found), [
      undefined,
      'Example, Inc.',
      'Example, Inc.',
      undefined,
    ])
    assert.deepEqual(['198.51.100.255', '0.0.0.0', '255.255.255.255'].map(found), [
      'Other',
      undefined,
      undefined,
    ])
    assert.deepEqual(['2001:db8::', '2001:db8:0:ffff::1', '2001:db8:1::', '2001:db7::'].map(found), [
      'Example, Inc.',
      'Example, Inc.',
      undefined,
      undefined,
    ])
  }))

test('the table finds what a plain search finds', () =>
  inFolder(async (folder) => {
    const starts =
      fc.sample(fc.uniqueArray(fc.nat(0xffff), { minLength: 200, maxLength: 200 }), {
        seed: 17,
        numRuns: 1,
      })[0] ?? []
    const rows = starts
      .toSorted((a, b) => a - b)
      .map((start, i, all) => ({ start, end: Math.min(start + 5, (all[i + 1] ?? 0x10000) - 1), asn: i + 1 }))
    const path = join(folder, 'v4.csv')
    await writeFile(path, rows.map(({ start, end, asn }) => `${start},${end},${asn},name ${asn}`).join('\n'))
    await writeFile(join(folder, 'v6.csv'), '')
    const table = await readAsnTable(path, join(folder, 'v6.csv'))
    for (let bits = 0; bits <= 0x10000; bits++) {
      const wanted = rows.find(({ start, end }) => start <= bits && bits <= end)?.asn
      assert.equal(findOperator(table, { version: 4, bits: BigInt(bits) })?.asn, wanted)
    }
  }))

test('a table that is not sorted, or is none, is a failed check that tells the line, and never a miss', () =>
  inFolder(async (folder) => {
    const ipv6 = join(folder, 'v6.csv')
    await writeFile(ipv6, '')
    for (const [text, reason] of [
      ['3221225984,3221226239,64496,One\n16,31,64497,Two\n', /v4\.csv, line 2: .*sorted by start/],
      ['16,31,64496,One\n16,31,64497,Two\n', /line 2: .*sorted by start/],
      ['192.0.2.0,192.0.2.255,64496,One\n', /line 1: a line is "start,end,number,name"/],
      ['start,end,number,name\n', /line 1/],
    ] as const) {
      const ipv4 = join(folder, 'v4.csv')
      await writeFile(ipv4, text)
      const answer = await openSources({ networks: { ipv4, ipv6 }, locations: 'off' }).then((sources) =>
        sources.networks?.lookup('192.0.2.17'),
      )
      assert.equal(answer?.answer, 'failed', text)
      assert.match(answer?.caveat ?? '', reason)
    }
  }))

test('a point lies in its county, and near a county line it says so', async () => {
  const map = await loadCountyMap()
  const at = (latitude: number, longitude: number, withinKm: number) => {
    const answer = map.at(latitude, longitude, withinKm)
    return answer.answer === 'hit'
      ? [answer.value.countyFips, answer.value.region, answer.value.near.length > 0]
      : answer.answer
  }
  assert.deepEqual(at(39.7589, -84.1916, 1), ['39113', 'OH', false])
  assert.deepEqual(at(29.76, -95.36, 10), ['48201', 'TX', false])
  assert.deepEqual(at(40.7831, -73.9712, 10), ['36061', 'NY', true])
  assert.deepEqual(at(61.1745, -149.8452, 1), ['02020', 'AK', false])
  assert.equal(at(0, 0, 10), 'miss')
  assert.equal(at(51.5, -0.13, 10), 'miss')
})

test('a ZIP code and a city give their county; an unknown one is a miss', async () => {
  const zips = await loadZipTable()
  const fips = (answer: ReturnType<typeof zips.ofPostalCode>) =>
    answer.answer === 'hit' ? answer.value.countyFips : answer.answer
  assert.equal(fips(zips.ofPostalCode('45402')), '39113')
  assert.equal(fips(zips.ofPostalCode('00000')), 'miss')
  assert.equal(fips(zips.ofCity('St. Louis', 'Missouri')), '29510')
  assert.equal(fips(zips.ofCity('dayton', 'OH')), '39113')
  assert.equal(fips(zips.ofCity('Dayton', 'Nowhere')), 'miss')
})

test('the packaged sample answers, is of low confidence, and says that it is a sample', async () => {
  const sources = await openSources()
  const place = await sources.locator?.lookup('8.8.8.8', undefined)
  assert.equal(place?.answer, 'hit')
  assert.ok(
    place?.answer === 'hit' &&
      place.value.country === 'US' &&
      place.confidence === 'low' &&
      /sample/.test(place.caveat ?? ''),
  )
  assert.match(place.by.sourceDate ?? '', /^\d{4}-\d{2}-\d{2}$/)
  const network = await sources.networks?.lookup('8.8.8.8')
  assert.ok(network?.answer === 'hit' && network.value.asn === 15169)
  await sources.close()
})

test('a database that cannot be read is a failed check, and the others still answer', async () => {
  const sources = await openSources({
    locations: { ipv4: '/nowhere/at-all.mmdb', ipv6: '/nowhere/at-all.mmdb' },
    networks: 'off',
  })
  const place = await sources.locator?.lookup('8.8.8.8', undefined)
  assert.equal(place?.answer, 'failed')
  assert.equal(sources.networks, undefined)
  assert.equal((await sources.counties?.ofPostalCode('45402'))?.answer, 'hit')
})

test('a range table that cannot be read is told when the sources are opened', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'ranges.csv')
    await writeFile(path, 'cidr,kind\n')
    await assert.rejects(openSources({ overlays: [path] }), /ranges\.csv: the header must be/)
  }))

test('each hash list answers for itself', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'list.txt')
    const md5 = 'aa'.repeat(16)
    await writeFile(path, md5)
    const head = { source: 'Example Agency', date: '2026-01-01', meaning: 'Synthetic meaning' }
    const sources = await openSources({
      hashLists: [
        { ...head, name: 'One', path },
        { ...head, name: 'Two', path: join(folder, 'missing.txt') },
      ],
    })
    const answers = (await sources.hashLists?.lookup(`md5:${md5}`)) ?? []
    assert.deepEqual(
      answers.map(({ answer, by }) => [answer, by.source]),
      [
        ['hit', 'One (Example Agency)'],
        ['failed', 'Two (Example Agency)'],
      ],
    )
  }))

test('both record shapes of location databases are read', () => {
  const nested = {
    country: { iso_code: 'US' },
    subdivisions: [{ iso_code: 'OH', names: { en: 'Ohio' } }],
    city: { names: { en: 'Dayton' } },
    location: { latitude: 39.75, longitude: -84.19, accuracy_radius: 20, time_zone: 'America/New_York' },
  }
  assert.equal(placeOfRecord(nested)?.region, 'OH')
  assert.equal(placeOfRecord(nested)?.accuracyRadiusKm, 20)
  assert.equal(placeOfRecord({ country_code: 'US', state1: 'Ohio', city: '' })?.city, undefined)
  for (const nothing of [null, 'text', {}, [], { country: null }])
    assert.equal(placeOfRecord(nothing), undefined)
})

test('the kind of a network is read from its operator’s name, and is unknown where the name does not tell', () => {
  const kinds = [
    'Example Wireless LLC',
    'Example Hosting',
    'Example VPN Service',
    'Example University',
    'Example Cable',
    'Example',
  ].map(networkKindOf)
  assert.deepEqual(kinds, ['mobile', 'hosting', 'vpn', 'school', 'residential', 'unknown'])
})

test('the date of a packaged table is in its version', () => {
  assert.equal(dateInVersion('2.3.2026061719'), '2026-06-17')
  assert.equal(dateInVersion('1.0.0'), undefined)
})
