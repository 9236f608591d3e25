import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max'

/** A phone number as a report states it. */
export type StatedPhone = { readonly number: string; readonly countryCallingCode?: string | undefined }

const numberMaxLength = 50

/** ITU-T E.164 allows fifteen digits; fewer than seven cannot name a subscriber from abroad. */
const isE164 = (value: string): boolean => /^\+[1-9]\d{6,14}$/.test(value)

/**
 * Ten digits in the North American shape and grouping: neither the area code nor the exchange starts with 0 or 1.
 * `20 7946 0958` has ten digits too, but its groups are those of another country.
 */
const northAmerican = /^(?:1[-. ]?)?\(?[2-9]\d{2}\)?[-. /]{0,2}[2-9]\d{2}[-. ]?\d{4}$/

function international(stated: StatedPhone): string | undefined {
  const given = stated.number.trim()
  const digits = given.replace(/\D/g, '')
  if (given.startsWith('+')) return given
  if (stated.countryCallingCode !== undefined) {
    const code = stated.countryCallingCode.replace(/\D/g, '')
    return code === '' ? undefined : `+${code}${digits.startsWith('00') ? digits.slice(2) : digits}`
  }
  if (given.startsWith('00') || given.startsWith('011')) return `+${digits.replace(/^0(?:0|11)/, '')}`
  // A bare number in the North American shape is read as one: this clearinghouse is American. Any other bare
  // number could be a subscriber of many countries, so it has no normal form.
  if (northAmerican.test(given)) return `+1${digits.slice(-10)}`
  return undefined
}

/** The parsed number, or undefined when no country can be told or its numbering plan allows no such number. */
export function parsePhone(stated: StatedPhone): PhoneNumber | undefined {
  if (stated.number.length > numberMaxLength || /[a-z]{4,}/i.test(stated.number)) return undefined
  const text = international(stated)
  const parsed = text === undefined ? undefined : parsePhoneNumberFromString(text)
  // "Possible", not "valid": plans change faster than any library, and a number out of service was real once.
  return parsed?.isPossible() === true && isE164(parsed.number) ? parsed : undefined
}

/** The E.164 form (`+12025550142`), or undefined when it cannot be told. Never throws. */
export const normalPhone = (stated: StatedPhone): string | undefined => parsePhone(stated)?.number
