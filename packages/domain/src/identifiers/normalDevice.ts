import { slug } from './slug.ts'

const valueMaxLength = 2083

/** Luhn check digit of fourteen digits: 3GPP TS 23.003, annex B. */
export function imeiCheckDigit(fourteen: string): number {
  let sum = 0
  for (let i = 0; i < 14; i++) {
    const digit = Number(fourteen[i])
    sum += i % 2 === 0 ? digit : Math.floor((digit * 2) / 10) + ((digit * 2) % 10)
  }
  return (10 - (sum % 10)) % 10
}

/** An IMEI as stated: with a check digit that holds or not, without one, or with a software version instead. */
export type Imei = { readonly imei: string; readonly check: 'holds' | 'fails' | 'not stated' }

/** Reads 14 digits (no check digit), 15 (with), or 16 (IMEISV: two digits of software version). */
export function parseImei(given: string): Imei | undefined {
  const digits = given.replace(/[\s./-]/g, '')
  if (!/^\d{14,16}$/.test(digits) || /^0+$/.test(digits)) return undefined
  const body = digits.slice(0, 14)
  const imei = `${body}${imeiCheckDigit(body)}`
  if (digits.length !== 15) return { imei, check: 'not stated' }
  return digits === imei ? { imei, check: 'holds' } : { imei: digits, check: 'fails' }
}

function imeiValue(given: string): string | undefined {
  const read = parseImei(given)
  if (read === undefined) return undefined
  // A failing one is kept apart: it may be a typing error, and must not meet a true IMEI by chance.
  return read.check === 'fails' ? `imei-unchecked:${read.imei}` : `imei:${read.imei}`
}

function plainValue(type: string, given: string): string | undefined {
  const value = given.trim().normalize('NFC')
  // The all-zero advertising id is what a device gives when its user opted out: everybody's.
  if (value === '' || /^[0\s:-]+$/.test(value)) return undefined
  const hexadecimal = /^[0-9a-f:{}\s-]+$/i.test(value)
  if (!hexadecimal) return `${type}:${value}`
  const digits = value.toLowerCase().replace(/[{}\s:-]/g, '')
  return digits === '' ? undefined : `${type}:${digits}`
}

/**
 * `type:value`. IMEI: fifteen digits with the check digit completed; MAC addresses, UUIDs and other hexadecimal ids
 * in lower case without separators; anything else as given, because it may tell case apart.
 * Undefined for empty and all-zero ids.
 */
export function normalDevice(idType: string, idValue: string): string | undefined {
  if (idValue.length > valueMaxLength) return undefined
  const type = slug(idType)
  if (type === '') return undefined
  if (type === 'imei' || type === 'imeisv' || type === 'imei-sv') return imeiValue(idValue)
  return plainValue(type, idValue)
}
