/**
 * Each place where the public contract leaves a choice open, or says two things, is decided here, once, with
 * its reason. Nothing else in the reading of reports decides such a thing for itself.
 */

/** `refuse` makes a broken rule an error (4100); `warn` takes the document and tells the provider. */
export type Strictness = 'refuse' | 'warn'

/**
 * `reporter/reportingPerson` needs an e-mail. The documentation says so; a live client files without one
 * against the public test server. A thin report is never refused on a rule that is not sure to exist.
 */
export const reporterEmailRequired: Strictness = 'warn'

/** `approximateAge` and `dateOfBirth` exclude each other. Documented, and contradicted by the same live client. */
export const ageXorDateOfBirth: Strictness = 'warn'

/**
 * A URL needs no scheme: the same live client files `bad1.example.com`. Providers often hold a host name only,
 * and refusing it would lose it.
 */
export const urlNeedsScheme = false

/** The coordinates of a mobile phone have no range: a live client files latitude -123.456. */
export const coordinatesHaveRange = false

/**
 * Blank optional values are taken, URL and e-mail fields included, unless the documentation says "must not be
 * blank": production clients write empty elements for what they do not hold.
 */
export const blankValuesTaken = true

/** White space inside or around a URL is refused: the real service answers 4100 to it. */
export const whiteSpaceInUrlRefused = true

/**
 * How far (milliseconds) a moment that must be past may lie ahead of our clock. Providers send the current
 * second, rounded down; the real service refuses the future. So now itself is past, and nothing after it.
 */
export const futureToleranceMs = 0

/**
 * A date without an offset counts as past from the moment it begins anywhere on earth (UTC+14): the provider's
 * zone is not known, and a birthday that is today somewhere is not refused.
 */
export const earliestZoneMinutes = 14 * 60

/**
 * `estimatedLocation/region` of the US is compared with the state abbreviations as they are written, upper
 * case, together with AS and MP, which the documentation's "state or territory" includes and the state type
 * of the schema does not.
 */
export const usRegionIgnoresCase = false

/**
 * The e-mail of an e-mail or newsgroup incident must be an e-mail of a party; associated accounts of a party
 * count as theirs, and upper and lower case are one. Both readings are the generous ones.
 */
export const associatedAccountEmailsCount = true

/**
 * The HTTP charset never overrules the document: a byte order mark, then the XML declaration, then UTF-8 decide.
 * Only bytes that say nothing themselves and are not UTF-8 are read as ISO-8859-1 when the header names it; such
 * bytes would be refused otherwise. (Clients are known to send UTF-8 under a header naming another charset.)
 */
export const charsetHeaderUse: 'never' | 'when not utf-8' = 'when not utf-8'

/** Encodings taken by declaration without a byte order mark. Anything else is refused (4110), never guessed. */
export const declaredEncodings: Readonly<Record<string, 'utf-8' | 'iso-8859-1' | 'us-ascii'>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'us-ascii',
  ascii: 'us-ascii',
  'iso-8859-1': 'iso-8859-1',
  iso8859_1: 'iso-8859-1',
  latin1: 'iso-8859-1',
}

/**
 * A DOCTYPE of any kind is refused before anything is expanded: no client needs one, and entities are the classic
 * way to harm a parser. What goes over a limit of form is refused alike.
 */
export const doctypeOrLimitCode = 4110

/** A readable document with another root than the call takes breaks the schema (4100), it is not malformed. */
export const wrongRootCode = 4100

/** A second description of one file: the documentation says "once per file" and names no code. */
export const secondFileDetailsCode = 4100

/** A late call to an expired report is told "already retracted": its id is remembered, so "does not exist" would be untrue. */
export const expiredReportCode = 5101
