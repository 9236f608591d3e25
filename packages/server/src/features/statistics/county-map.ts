import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { CountyMap } from '@opentipline/contract'
import { mapOutline, usStateOfFips } from '@opentipline/domain'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { Problem } from '../../http/problem.ts'

type Counties = Topology<{ counties: GeometryCollection<{ name: string }> }>
type County = { fips: string; name: string; rings: number[][][] }

const require = createRequire(import.meta.url)

const readCounties = async (): Promise<County[]> => {
  const topology: Counties = JSON.parse(await readFile(require.resolve('us-atlas/counties-10m.json'), 'utf8'))
  return feature(topology, topology.objects.counties).features.map((county) => ({
    fips: String(county.id).padStart(5, '0'),
    name: county.properties.name,
    rings:
      county.geometry.type === 'Polygon'
        ? county.geometry.coordinates
        : county.geometry.type === 'MultiPolygon'
          ? county.geometry.coordinates.flat()
          : [],
  }))
}

/** Read once, when first asked for. */
let counties: Promise<County[]> | undefined
const allCounties = (): Promise<County[]> => {
  counties ??= readCounties()
  return counties
}

/** The name of each county by its FIPS code. */
export const readCountyNames = async (): Promise<Map<string, string>> =>
  new Map((await allCounties()).map(({ fips, name }) => [fips, name]))

/** The outline of one state's counties. @throws Problem not-found where there is no such state */
export const readCountyMap = async (state: string): Promise<CountyMap> => {
  const own = (await allCounties()).filter(({ fips }) => usStateOfFips(fips)?.code === state)
  if (own.length === 0) throw new Problem('not-found', `There is no map of "${state}".`)
  return { state, ...mapOutline(own), source: 'US Census cartographic boundaries, 2017 (us-atlas)' }
}
