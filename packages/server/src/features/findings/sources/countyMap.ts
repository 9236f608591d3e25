import { type Answer, type County, type SourceName, usStateOfFips } from '@opentipline/domain'
import Flatbush from 'flatbush'
import { readFile } from 'node:fs/promises'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { packagedPath, packageVersion } from './packagedFile.ts'

type Ring = readonly (readonly number[])[]
type Polygon = { readonly fips: string; readonly name: string; readonly rings: readonly Ring[] }

type CountyProperties = { readonly name: string }
type CountyTopology = Topology<{ counties: GeometryCollection<CountyProperties> }>

/** Points on a circle that are tried for neighbours. Eight finds every neighbour wider than a third of the radius. */
const compass = Array.from({ length: 8 }, (_, i) => (i * Math.PI) / 4)
const kmPerDegree = 111.32

/** The even-odd rule: a ray to the east crosses the border an odd number of times from inside. Degrees. */
function inRing(longitude: number, latitude: number, ring: Ring): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1 = 0, y1 = 0] = ring[i] ?? []
    const [x2 = 0, y2 = 0] = ring[j] ?? []
    if (y1 > latitude !== y2 > latitude && longitude < ((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1)
      inside = !inside
  }
  return inside
}

const inPolygon = (longitude: number, latitude: number, polygon: Polygon): boolean =>
  polygon.rings.reduce((inside, ring) => (inRing(longitude, latitude, ring) ? !inside : inside), false)

function polygonsOf(topology: CountyTopology): Polygon[] {
  return feature(topology, topology.objects.counties).features.flatMap((county) => {
    const fips = String(county.id).padStart(5, '0')
    const { name } = county.properties
    if (county.geometry.type === 'Polygon') return [{ fips, name, rings: county.geometry.coordinates }]
    if (county.geometry.type !== 'MultiPolygon') return []
    return county.geometry.coordinates.map((rings) => ({ fips, name, rings }))
  })
}

function indexOf(polygons: readonly Polygon[]): Flatbush {
  const index = new Flatbush(polygons.length)
  for (const { rings } of polygons) {
    const outer = rings[0] ?? []
    const xs = outer.map(([x = 0]) => x)
    const ys = outer.map(([, y = 0]) => y)
    index.add(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))
  }
  index.finish()
  return index
}

export type CountyMap = {
  readonly by: SourceName
  /** The county at a point with its neighbours within `withinKm`; a miss in the sea and abroad. */
  at(latitude: number, longitude: number, withinKm: number): Answer<County>
  /** The county's name by its FIPS code. */
  nameOf(fips: string): string | undefined
}

/** Loads the packaged borders (US Census cartographic boundaries, 2017). About 60 ms, 10 MB. */
export async function loadCountyMap(): Promise<CountyMap> {
  const topology: CountyTopology = JSON.parse(
    await readFile(packagedPath('us-atlas', 'counties-10m.json'), 'utf8'),
  )
  const polygons = polygonsOf(topology)
  const index = indexOf(polygons)
  const names = new Map(polygons.map(({ fips, name }) => [fips, name]))
  const by = {
    source: 'US county borders (US Census 2017, us-atlas)',
    sourceVersion: await packageVersion('us-atlas'),
    sourceDate: '2017-01-01',
  }
  const countyAt = (latitude: number, longitude: number): string | undefined =>
    index
      .search(longitude, latitude, longitude, latitude)
      .map((i) => polygons[i])
      .find((polygon) => polygon !== undefined && inPolygon(longitude, latitude, polygon))?.fips
  return {
    by,
    nameOf: (fips) => names.get(fips),
    at: (latitude, longitude, withinKm) => {
      const fips = countyAt(latitude, longitude)
      const near = neighbours(latitude, longitude, withinKm, countyAt)
      return countyAnswer(fips, near, names, by)
    },
  }
}

function neighbours(
  latitude: number,
  longitude: number,
  withinKm: number,
  countyAt: (latitude: number, longitude: number) => string | undefined,
): Set<string> {
  const up = withinKm / kmPerDegree
  const across = up / Math.max(0.05, Math.cos((latitude * Math.PI) / 180))
  const around = compass.map((angle) =>
    countyAt(latitude + up * Math.sin(angle), longitude + across * Math.cos(angle)),
  )
  return new Set(around.filter((fips) => fips !== undefined))
}

function countyAnswer(
  fips: string | undefined,
  near: Set<string>,
  names: ReadonlyMap<string, string>,
  by: SourceName,
): Answer<County> {
  // A point just off a drawn coast belongs to the one county beside it, if there is one only.
  const here = fips ?? (near.size === 1 ? [...near][0] : undefined)
  const region = here === undefined ? undefined : usStateOfFips(here)?.code
  if (here === undefined || region === undefined)
    return { answer: 'miss', by, caveat: 'The point lies in no US county.' }
  const others = [...near].filter((other) => other !== here).toSorted()
  const value = { countyFips: here, countyName: names.get(here), region, near: others }
  const caveat =
    region === 'CT' ? 'Borders of 2017: the planning regions of Connecticut are not in them.' : undefined
  return { answer: 'hit', value, confidence: others.length === 0 ? 'high' : 'medium', caveat, by }
}
