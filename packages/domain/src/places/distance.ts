const earthRadiusKm = 6371
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** A point in degrees, WGS 84. */
export type Point = { readonly latitude: number; readonly longitude: number }

/** The great-circle distance in kilometres (haversine). */
export function distanceKm(a: Point, b: Point): number {
  const up = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2
  const across = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2
  const half = up + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * across
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(half)))
}
