import { countryNamed } from '../places/countries.ts'
import { usState, usStateNames, usStates } from '../places/usStates.ts'
import { matches } from './matches.ts'
import { type Stance, stanceAt } from './sentences.ts'

/** A place a passage hints at. Offsets in UTF-16 units. `rule` names the rule that read it. */
export type PlaceHint = {
  readonly start: number
  readonly end: number
  readonly rule: string
  readonly stance: Stance
  readonly country?: string | undefined
  readonly region?: string | undefined
  readonly city?: string | undefined
  readonly postalCode?: string | undefined
  readonly latitude?: number | undefined
  readonly longitude?: number | undefined
  readonly school?: string | undefined
}

/** From one passage. */
const hintsMax = 500

type Read = Omit<PlaceHint, 'start' | 'end' | 'rule' | 'stance'> | undefined

function hintsBy(
  text: string,
  rule: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => Read,
): PlaceHint[] {
  const found: PlaceHint[] = []
  for (const match of matches(text, pattern)) {
    const place = read(match)
    if (place === undefined) continue
    const start = match.index
    found.push({ ...place, start, end: start + match[0].length, rule, stance: stanceAt(text, start) })
    if (found.length >= hintsMax) break
  }
  return found
}

const accented: Readonly<Record<string, string>> = {
  a: '[aáàâ]',
  e: '[eéè]',
  i: '[iíï]',
  n: '[nñ]',
  o: '[oóô]',
  u: '[uúü]',
}
const anySpelling = (name: string): string =>
  name.replace(/(?<=.)[aeinou]/g, (letter) => accented[letter] ?? letter).replaceAll(' ', '[ .]{1,2}')
const stateName = usStateNames.map(anySpelling).join('|')
/** The same names with their capitals, for rules in which capitals carry the meaning. */
const capitals = (name: string): string =>
  name.replace(/(?<!\p{L})(?!of |del )\p{L}/gu, (letter) => letter.toUpperCase())
const stateNameCapital = usStateNames.map((name) => anySpelling(capitals(name))).join('|')
const stateCode = usStates.map((state) => state.code).join('|')
const upper = "\\p{Lu}[\\p{L}\\p{M}.'’-]{1,30}"
const cityName = `${upper}(?: (?:de |del |la |las |los |of |${upper})?${upper}){0,3}`

/** `Dayton, OH 45402`, `Dayton, Ohio`: the code in capitals, for `, in` and `, or` are words. */
const cityState = new RegExp(
  `(?<![\\p{L}])(${cityName}), ?(${stateCode})(?![\\p{L}\\p{N}])(?:[ ,]+(\\d{5})(?:-\\d{4})?(?!\\d))?`,
  'gu',
)
const cityStateNamed = new RegExp(
  `(?<![\\p{L}])(${cityName}), ?(${stateNameCapital})(?!\\p{L})(?:[ ,]+(\\d{5})(?!\\d))?`,
  'gu',
)

const living =
  '(?:lives?|living|lived|resid(?:es?|ing)|located|based|moved|stays?|staying|viv(?:e|o|imos|en)|viviendo|resid(?:e|o|en)|ubicad[oa]|radica)'
const within = '(?: (?:in|at|near|to|from|en|cerca de|a))?(?: the state of| el estado de| state of)? '
const livingInState = new RegExp(`(?<!\\p{L})${living}${within}(${stateName})(?!\\p{L})`, 'giu')
const livingInCountry = new RegExp(
  `(?<!\\p{L})${living}${within}((?:\\p{L}+ ){0,3}?\\p{L}+)(?!\\p{L})`,
  'giu',
)
const fromState = new RegExp(
  `(?<!\\p{L})(?:from|is in|am in|i'm in|soy de|es de|est[aá] en|estoy en)(?: the state of| el estado de)? (${stateName})(?!\\p{L})`,
  'giu',
)
const labelledPlace = new RegExp(
  `(?<!\\p{L})(?:location|state|hometown|ubicaci[oó]n|estado)\\s{0,3}[:=]\\s{0,3}(${stateName}|(?:${stateCode})(?!\\p{L}))(?!\\p{L})`,
  'giu',
)
const zipCode =
  /(?<!\p{L})(?:zip(?: ?code)?|postal code|c[oó]digo postal|c\.?p\.?)\s{0,3}[:=#]?\s{0,3}(\d{5})(?:-\d{4})?(?!\d)/giu
const coordinates =
  /(?<![\d.])(?:lat(?:itude|itud|\.)?\s{0,2}[:=/]{0,2}\s{0,2}(?:long?\.?\s{0,2}[:=]\s{0,2})?)?(-?\d{1,2}\.\d{3,10})(?:\s{0,2}[,;/]\s{0,2}|\s{1,3})(?:lon(?:g(?:itude|itud)?)?\.?\s{0,2}[:=]?\s{0,2})?(-?\d{1,3}\.\d{3,10})(?![\d.])/gi
const schoolLevel =
  '(?:Elementary|Primary|Middle|Intermediate|Junior High|High|Preparatory|Charter|Montessori) School|(?:Christian |Catholic )?Academy'
const schoolEnglish = new RegExp(`(?<!\\p{L})((?:${upper} ){1,4}(?:${schoolLevel}))(?!\\p{L})`, 'gu')
const schoolSpanish =
  /(?<!\p{L})((?:Escuela|Colegio|Instituto|Secundaria|Preparatoria|Primaria)(?: (?:Primaria|Secundaria|Preparatoria|de|del|la|el|San|Santa|\p{Lu}[\p{L}\p{M}]{1,30})){1,5})(?!\p{L})/gu

const inState = (name: string | undefined): Read => {
  const state = usState(name ?? '')
  return state === undefined ? undefined : { country: 'US', region: state.code }
}

function cityInState(match: RegExpExecArray): Read {
  const state = usState(match[2] ?? '')
  if (state === undefined) return undefined
  return { country: 'US', region: state.code, city: cityOf(match[1] ?? ''), postalCode: match[3] }
}

/** A name at the start of a sentence drags its verb along: `Lives in Dayton` is Dayton. */
const cityOf = (words: string): string => words.replace(/^.*(?:^| )(?:In|At|From|Near|En|De) /u, '').trim()

/** A capital at the start of a sentence is not part of a school's name. */
const schoolOf = (words: string): string =>
  words.replace(/^(?:(?:Attends|Attending|Goes|At|The|From|To|In|Her|His|My) )+/u, '')

/** The longest run of the words, from the first, that names a country. */
function countryAhead(words: string): Read {
  const parts = words.split(' ')
  for (let count = parts.length; count > 0; count--) {
    const country = countryNamed(parts.slice(0, count).join(' '))
    if (country !== undefined) return { country }
  }
  return undefined
}

function point(match: RegExpExecArray): Read {
  const latitude = Number(match[1])
  const longitude = Number(match[2])
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined
}

/**
 * The places a passage hints at, in English and Spanish, by rules and dictionaries a reader can check. Hints that
 * are denied or quoted carry that stance; they are words, not facts. Sorted by position. Never throws.
 */
export function placeHintsIn(text: string): PlaceHint[] {
  const all = [
    ...hintsBy(text, 'city and state code', cityState, cityInState),
    ...hintsBy(text, 'city and state', cityStateNamed, cityInState),
    ...hintsBy(text, 'lives in a state', livingInState, (m) => inState(m[1])),
    ...hintsBy(text, 'from a state', fromState, (m) => inState(m[1])),
    ...hintsBy(text, 'labelled place', labelledPlace, (m) => inState(m[1])),
    ...hintsBy(text, 'lives in a country', livingInCountry, (m) => countryAhead(m[1] ?? '')),
    ...hintsBy(text, 'labelled ZIP code', zipCode, (m) => ({ country: 'US', postalCode: m[1] })),
    ...hintsBy(text, 'coordinates', coordinates, point),
    ...hintsBy(text, 'school name', schoolEnglish, (m) => ({ school: schoolOf(m[1] ?? '') })),
    ...hintsBy(text, 'school name', schoolSpanish, (m) => ({ school: m[1] })),
  ]
  return all.toSorted((a, b) => a.start - b.start || a.end - b.end).slice(0, hintsMax)
}

/**
 * A place from words that are known to name one, such as the value of `Location:`: city and state, a state or a
 * country alone, with the ZIP code where it is given apart. Empty when no rule can read it.
 */
export function hintOfWords(
  line: { readonly value: string; readonly start: number; readonly end: number },
  rule: string,
  zip?: string,
): PlaceHint[] {
  const at = { start: line.start, end: line.end, rule, stance: 'stated' as const }
  const postalCode = /^\s*(\d{5})(?!\d)/.exec(zip ?? '')?.[1]
  const parts = line.value.split(',').map((part) => part.trim())
  const state = usState(parts.at(-1) ?? '')
  const city = parts.length > 1 ? parts[0] : undefined
  if (state !== undefined) return [{ ...at, country: 'US', region: state.code, city, postalCode }]
  const country = countryNamed(parts.at(-1) ?? '')
  if (country !== undefined) return [{ ...at, country, city }]
  return postalCode === undefined ? [] : [{ ...at, country: 'US', postalCode }]
}
