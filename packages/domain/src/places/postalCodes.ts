/** First three digits of ZIP codes in territories and at military post offices (USPS). Not in the ZIP table. */
const territoryOf: Readonly<Record<string, string>> = {
  '006': 'PR',
  '007': 'PR',
  '008': 'VI',
  '009': 'PR',
}
const fullCodes: readonly { readonly pattern: RegExp; readonly region: string }[] = [
  { pattern: /^9695[0-2]/, region: 'MP' },
  { pattern: /^969[1-3]\d/, region: 'GU' },
  { pattern: /^96799/, region: 'AS' },
]

/** The five digits of a ZIP or ZIP+4 code, or undefined when it is none. */
export const fiveDigits = (postalCode: string): string | undefined =>
  /^\s*(\d{5})(?:-?\d{4})?\s*$/.exec(postalCode)?.[1]

/** The territory a ZIP code lies in, or undefined when it lies in none. */
export function territoryOfZip(zip: string): string | undefined {
  return territoryOf[zip.slice(0, 3)] ?? fullCodes.find(({ pattern }) => pattern.test(zip))?.region
}
