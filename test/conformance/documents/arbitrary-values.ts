import { listedValues, type SimpleName, type ValueRule } from '@opentipline/formats'
import fc from 'fast-check'
import { momentOf } from './values.ts'

const markup = ['"', "'", '&', '<', '>', ']', '\r', '\n', '\t', ' ', ';', '#', '/', '=', '-', '!', '?']
const anyUnit = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })

/** Any text that XML can carry, blank and multi-line ones, references and other scripts included. */
const xmlText = (lengthMax: number): fc.Arbitrary<string> =>
  fc
    // What markup is made of comes as often as the rest of Unicode, in which it would hardly ever come.
    .string({ unit: fc.oneof(fc.constantFrom(...markup), anyUnit), maxLength: Math.min(lengthMax, 24) })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the characters XML cannot carry
    .map((text) =>
      text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '~'),
    )

const host = fc.constantFrom('example.com', 'example.net', 'www.example.org')
const pathPart = fc.stringMatching(/^[a-z0-9/_-]{0,12}$/)
const url = fc.oneof(
  fc.tuple(fc.constantFrom('https://', 'http://', ''), host, pathPart).map((parts) => parts.join('')),
  fc.constant(''),
)
export const email: fc.Arbitrary<string> = fc
  .tuple(fc.stringMatching(/^[a-z0-9]{1,8}(\.[a-z0-9]{1,8})?$/), host)
  .map(([local, domain]) => `${local}@${domain}`)
export const phone: fc.Arbitrary<string> = fc.integer({ min: 0, max: 99 }).map((n) => `555-01${n}`)
const ip = fc.oneof(
  fc.integer({ min: 1, max: 254 }).map((n) => `192.0.2.${n}`),
  fc.integer({ min: 1, max: 65_535 }).map((n) => `2001:db8::${n.toString(16)}`),
  fc.integer({ min: 1, max: 254 }).map((n) => `::ffff:203.0.113.${n}`),
)
const moment = fc.oneof(
  fc.integer({ min: 0, max: 100_000 }).map(momentOf),
  fc.constantFrom('2023-02-03T04:05:06.789+05:30', '1999-12-31T24:00:00-14:00', '2000-02-29T23:59:59.5Z'),
)
const date = fc.constantFrom('1970-01-01', '2001-12-31', '1950-06-15Z', '1984-02-29+14:00')

const ruled = (rule: ValueRule): fc.Arbitrary<string> => {
  if (rule.ip) return ip
  if (rule.url) return url
  const text = xmlText(rule.lengthMax ?? 200)
  return rule.nonBlank ? text.map((value) => (value.trim() === '' ? 'x' : value)) : text
}

/** Any valid value of a simple type under a rule, in the form that the product itself would write it. */
export const valueArbitrary = (type: SimpleName, rule: ValueRule = {}): fc.Arbitrary<string> => {
  const listed = listedValues(type)
  if (listed) return fc.constantFrom(...listed)
  switch (type) {
    case 'xs:boolean':
      return fc.constantFrom('true', 'false')
    case 'xs:int':
      return fc.integer({ min: rule.min ?? 0, max: rule.max ?? 1000 }).map(String)
    case 'xs:long':
      return fc.integer({ min: 1, max: 2 ** 40 }).map(String)
    case 'xs:date':
      return date
    case 'xs:dateTime':
      return moment
    case 'latlong':
      return fc.integer({ min: -11_520, max: 11_520 }).map((n) => String(n / 64))
    case 'phoneCountryCallingCode':
      return fc.integer({ min: 1, max: 999 }).map((n) => `+${n}`)
    case 'phoneExtension':
      return fc.stringMatching(/^[0-9]{1,10}$/)
    default:
      return ruled(rule)
  }
}
