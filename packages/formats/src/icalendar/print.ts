/** One entry of a calendar: a moment and what it is called. */
export type CalendarEntry = {
  /** Names the entry for ever, over all calendars. */
  readonly uid: string
  readonly at: Date
  readonly summary: string
  readonly description?: string | undefined
}

export type Calendar = {
  readonly name: string
  /** When the feed was made: the stamp of every entry. */
  readonly stamp: Date
  readonly entries: readonly CalendarEntry[]
  /** Minutes after which a reader may ask again. */
  readonly refreshMinutes: number
}

/** RFC 5545 section 3.1: a line is at most 75 octets, its break not among them. */
const lineOctetsMax = 75

/** Control characters but the tab: `CONTROL` of RFC 5545 section 3.1. */
const control = /(?!\t)\p{Cc}/gu

/** RFC 5545 section 3.3.11: backslash, comma, semicolon and line breaks are escaped; other controls have no place in a text. */
export const escapeText = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(control, '')

/** Folds a line after at most 75 octets of UTF-8, never inside a character (RFC 5545 section 3.1). */
export const foldLine = (line: string): string => {
  const encoder = new TextEncoder()
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > lineOctetsMax) {
      lines.push(current)
      // The space that begins a continued line counts too.
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  lines.push(current)
  return lines.join('\r\n')
}

/** RFC 5545 section 3.3.5, form 2: UTC, whole seconds. */
const utc = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')

const entryLines = (entry: CalendarEntry, stamp: Date): string[] => [
  'BEGIN:VEVENT',
  `UID:${escapeText(entry.uid)}`,
  `DTSTAMP:${utc(stamp)}`,
  `DTSTART:${utc(entry.at)}`,
  `SUMMARY:${escapeText(entry.summary)}`,
  ...(entry.description === undefined ? [] : [`DESCRIPTION:${escapeText(entry.description)}`]),
  'TRANSP:TRANSPARENT',
  'CLASS:CONFIDENTIAL',
  'END:VEVENT',
]

/** A calendar as RFC 5545 has it: the same calendar is always the same bytes. */
export const printCalendar = ({ name, stamp, entries, refreshMinutes }: Calendar): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//OpenTipline//Clocks//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:PT${refreshMinutes}M`,
    ...entries.flatMap((entry) => entryLines(entry, stamp)),
    'END:VCALENDAR',
  ]
    .map((line) => `${foldLine(line)}\r\n`)
    .join('')
