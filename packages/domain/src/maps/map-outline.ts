/** An area with its rings of `[longitude, latitude]` in degrees. */
export type Area = { fips: string; name: string; rings: readonly (readonly (readonly number[])[])[] }
export type Outline = {
  width: number
  height: number
  counties: { fips: string; name: string; path: string }[]
}

/** Width of the drawing in its own units; a tenth of a unit is finer than a screen shows. */
const widthUnits = 600

/** West of the date line a state's islands would stretch the map around the world. */
const east = (longitude: number): number => (longitude > 0 ? longitude - 360 : longitude)

/**
 * The areas of one state as SVG paths in one box: longitude is shortened by the cosine of the middle latitude, so that
 * shapes look as they do on the ground (an equirectangular projection, good for a state, not for a continent).
 */
export const mapOutline = (areas: readonly Area[]): Outline => {
  const points = areas.flatMap(({ rings }) => rings.flat())
  const longitudes = points.map(([longitude = 0]) => east(longitude))
  const latitudes = points.map(([, latitude = 0]) => latitude)
  const [west, north, south] = [least(longitudes), -least(latitudes.map((each) => -each)), least(latitudes)]
  const right = -least(longitudes.map((each) => -each))
  const narrowing = Math.cos((((north + south) / 2) * Math.PI) / 180)
  const scale = widthUnits / Math.max((right - west) * narrowing, 1e-9)
  const at = ([longitude = 0, latitude = 0]: readonly number[]): string =>
    `${tenth((east(longitude) - west) * narrowing * scale)},${tenth((north - latitude) * scale)}`
  return {
    width: widthUnits,
    height: Math.max(1, Math.ceil((north - south) * scale)),
    counties: areas.map(({ fips, name, rings }) => ({
      fips,
      name,
      path: rings.map((ring) => `M${withoutRepeats(ring.map(at)).join('L')}Z`).join(''),
    })),
  }
}

const least = (values: readonly number[]): number =>
  values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY)
const tenth = (value: number): number => Math.round(value * 10) / 10
const withoutRepeats = (points: readonly string[]): string[] =>
  points.filter((point, index) => point !== points[index - 1])
