/** A time as received, brought to UTC, with the zone it was given in. */
export type NormalTime = {
  /** `YYYY-MM-DDTHH:MM:SSZ`: whole seconds, because logs are asked for by the second. */
  readonly utc: string
  /** The zone as stated: `Z` or `+02:00`. */
  readonly zone: string
  /** How fine the statement was. A minute is not an exact time for a shared address. */
  readonly precision: 'second' | 'minute'
}

const shape =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,12})?)?\s?([Zz]|UTC|[+-]\d{2}:?\d{2})$/

const offsetMinutes = (zone: string): number => {
  if (zone === 'Z') return 0
  const sign = zone.startsWith('-') ? -1 : 1
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)))
}

const normalZone = (given: string): string => {
  const upper = given.toUpperCase()
  if (upper === 'Z' || upper === 'UTC') return 'Z'
  return given.includes(':') ? given : `${given.slice(0, 3)}:${given.slice(3)}`
}

/**
 * Reads an ISO 8601 date-time that carries an offset.
 *
 * Returns undefined for what names no instant: no offset (the zone is unknown, and a guess would point an
 * officer at the wrong subscriber), no time of day, or a date that does not exist. Never throws.
 */
export function normalTime(given: string): NormalTime | undefined {
  const parts = shape.exec(given.trim())
  if (parts === null) return undefined
  const [, year = '', month = '', day = '', hour = '', minute = '', second, zoneGiven = ''] = parts
  const zone = normalZone(zoneGiven)
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined
  if (Math.abs(offsetMinutes(zone)) > 14 * 60 || Number(zone.slice(4, 6)) > 59) return undefined
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second ?? 0),
  )
  const back = new Date(local)
  if (Number(year) < 1970 || back.getUTCMonth() + 1 !== Number(month) || back.getUTCDate() !== Number(day)) {
    return undefined
  }
  // Its last five characters are the thousandths and the zone.
  const utc = `${new Date(local - offsetMinutes(zone) * 60_000).toISOString().slice(0, -5)}Z`
  return { utc, zone, precision: second === undefined ? 'minute' : 'second' }
}
