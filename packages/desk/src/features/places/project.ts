/**
 * Where a point of the United States lies on the outline: Albers' equal-area conic projection, with Alaska and Hawaii set in
 * at the lower left, by the parameters of us-atlas (975 by 610; d3's AlbersUsa at scale 1300, J. P. Snyder, "Map
 * Projections", USGS 1987, p. 98).
 */
export const mapSize = { width: 975, height: 610 } as const

type Point = readonly [x: number, y: number]
/** `meridian` stands upright; `middle` lies at `at` on the drawing. */
type Conic = { parallels: Point; meridian: number; middle: Point; scale: number; at: Point }

const radians = (degrees: number): number => (degrees * Math.PI) / 180
const scale = 1300
const center: Point = [487.5, 305]

const lower48: Conic = { parallels: [29.5, 45.5], meridian: -96, middle: [-96.6, 38.7], scale, at: center }
const alaska: Conic = {
  parallels: [55, 65],
  meridian: -154,
  middle: [-156, 58.5],
  scale: scale * 0.35,
  at: [center[0] - 0.307 * scale, center[1] + 0.201 * scale],
}
const hawaii: Conic = {
  parallels: [8, 18],
  meridian: -157,
  middle: [-160, 19.9],
  scale,
  at: [center[0] - 0.205 * scale, center[1] + 0.212 * scale],
}

const conic = (map: Conic, longitude: number, latitude: number): Point => {
  const south = Math.sin(radians(map.parallels[0]))
  const n = (south + Math.sin(radians(map.parallels[1]))) / 2
  const c = 1 + south * (2 * n - south)
  const raw = (lon: number, lat: number): Point => {
    const r = Math.sqrt(c - 2 * n * Math.sin(radians(lat))) / n
    const angle = n * radians(lon - map.meridian)
    return [r * Math.sin(angle), Math.sqrt(c) / n - r * Math.cos(angle)]
  }
  const [x, y] = raw(longitude, latitude)
  const [midX, midY] = raw(map.middle[0], map.middle[1])
  return [map.at[0] + (x - midX) * map.scale, map.at[1] - (y - midY) * map.scale]
}

const regionOf = (longitude: number, latitude: number): Conic | undefined => {
  if (latitude > 50.5 && (longitude < -129 || longitude > 172)) return alaska
  if (latitude > 18 && latitude < 29 && longitude < -154 && longitude > -179) return hawaii
  if (latitude > 24 && latitude < 50 && longitude > -126 && longitude < -66) return lower48
  return undefined
}

/** Pixels on the outline, or undefined for what it does not show. `longitude` and `latitude` in degrees, WGS 84. */
export const projectUs = (longitude: number, latitude: number): Point | undefined => {
  const map = regionOf(longitude, latitude)
  return map && conic(map, map === alaska && longitude > 0 ? longitude - 360 : longitude, latitude)
}
