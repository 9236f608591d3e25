import { isSimpleName, listedValues, type SimpleName, type ValueRule } from '@opentipline/formats'

const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** A moment in 2024, one per serial number, a minute apart. */
export const momentOf = (serial: number): string =>
  new Date(Date.UTC(2024, 0, 1, 6, 30, 15) + serial * 60_000).toISOString().replace('.000Z', 'Z')
const dateOf = (serial: number): string =>
  `${1960 + (serial % 40)}-${twoDigits((serial % 12) + 1)}-${twoDigits((serial % 28) + 1)}`

const textFor = (rule: ValueRule, serial: number): string => {
  if (rule.ip) return `2001:db8::${(serial % 65_535).toString(16)}`
  if (rule.url) return `https://example.com/item/${serial}`
  if (rule.email) return `user${serial}@example.com`
  return `Synthetic value ${serial}`
}

const numberFor = (rule: ValueRule, serial: number): string => {
  const { min = 0, max = 2_000_000 } = rule
  return String(min + (serial % (max - min + 1)))
}

/** A valid value of a type under a rule, different for each serial number as far as the type has room. */
export const valueOf = (type: string, rule: ValueRule, serial: number): string => {
  if (type === 'email') return `user${serial}@example.com`
  if (type === 'phone') return `555-01${twoDigits(serial % 100)} x${serial}`
  if (!isSimpleName(type)) return `Synthetic value ${serial}`
  const listed = listedValues(type)
  if (listed) return listed[serial % listed.length] ?? ''
  return builtIn(type, rule, serial)
}

const builtIn = (type: SimpleName, rule: ValueRule, serial: number): string => {
  switch (type) {
    case 'xs:boolean':
      return 'true'
    case 'xs:int':
      return numberFor(rule, serial)
    case 'xs:long':
      return String(100_000 + serial)
    case 'xs:date':
      return dateOf(serial)
    case 'xs:dateTime':
      return momentOf(serial)
    case 'latlong':
      return String(serial / 64)
    case 'phoneCountryCallingCode':
      return `+${serial % 1000}`
    case 'phoneExtension':
      return String(serial)
    default:
      return textFor(rule, serial)
  }
}
