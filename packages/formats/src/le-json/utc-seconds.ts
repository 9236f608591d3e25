const shape = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)$/

const offsetMinutes = (zone: string): number => {
  if (zone === 'Z') return 0
  const digits = zone.replace(/\D/g, '')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
  return zone.startsWith('-') ? -minutes : minutes
}

/**
 * A stated moment as `YYYY-MM-DDTHH:MM:SSZ`, the only form that every known reader of the law-enforcement JSON takes:
 * UTC, the fraction cut off. Null where the text is not one moment: no offset, or no date of the calendar.
 */
export const utcSeconds = (text: string | undefined): string | null => {
  const [, date, time, zone] = shape.exec(text?.trim() ?? '') ?? []
  if (date === undefined || time === undefined || zone === undefined) return null
  const local = Date.parse(`${date}T${time}Z`)
  if (Number.isNaN(local) || new Date(local).toISOString() !== `${date}T${time}.000Z`) return null
  const utc = `${new Date(local - offsetMinutes(zone) * 60_000).toISOString().slice(0, -5)}Z`
  // Years outside 0001..9999 have another shape, and year 0 is refused by those readers.
  return utc.length === 20 && !utc.startsWith('0000') ? utc : null
}
