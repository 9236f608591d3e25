/** A state, district or territory of the United States. `zones` are IANA time zones, the commonest first. */
export type UsState = {
  readonly code: string
  readonly fips: string
  readonly name: string
  readonly zones: readonly string[]
}

const eastern = 'America/New_York'
const central = 'America/Chicago'
const mountain = 'America/Denver'
const pacific = 'America/Los_Angeles'

const row = (code: string, fips: string, name: string, ...zones: string[]): UsState => ({
  code,
  fips,
  name,
  zones,
})

/** FIPS 5-2 / INCITS 38 state codes, USPS abbreviations, and the zones of 49 CFR part 71. */
export const usStates: readonly UsState[] = [
  row('AL', '01', 'Alabama', central),
  row('AK', '02', 'Alaska', 'America/Anchorage', 'America/Adak'),
  row('AZ', '04', 'Arizona', 'America/Phoenix', mountain),
  row('AR', '05', 'Arkansas', central),
  row('CA', '06', 'California', pacific),
  row('CO', '08', 'Colorado', mountain),
  row('CT', '09', 'Connecticut', eastern),
  row('DE', '10', 'Delaware', eastern),
  row('DC', '11', 'District of Columbia', eastern),
  row('FL', '12', 'Florida', eastern, central),
  row('GA', '13', 'Georgia', eastern),
  row('HI', '15', 'Hawaii', 'Pacific/Honolulu'),
  row('ID', '16', 'Idaho', 'America/Boise', pacific),
  row('IL', '17', 'Illinois', central),
  row('IN', '18', 'Indiana', 'America/Indiana/Indianapolis', central),
  row('IA', '19', 'Iowa', central),
  row('KS', '20', 'Kansas', central, mountain),
  row('KY', '21', 'Kentucky', eastern, central),
  row('LA', '22', 'Louisiana', central),
  row('ME', '23', 'Maine', eastern),
  row('MD', '24', 'Maryland', eastern),
  row('MA', '25', 'Massachusetts', eastern),
  row('MI', '26', 'Michigan', 'America/Detroit', central),
  row('MN', '27', 'Minnesota', central),
  row('MS', '28', 'Mississippi', central),
  row('MO', '29', 'Missouri', central),
  row('MT', '30', 'Montana', mountain),
  row('NE', '31', 'Nebraska', central, mountain),
  row('NV', '32', 'Nevada', pacific, mountain),
  row('NH', '33', 'New Hampshire', eastern),
  row('NJ', '34', 'New Jersey', eastern),
  row('NM', '35', 'New Mexico', mountain),
  row('NY', '36', 'New York', eastern),
  row('NC', '37', 'North Carolina', eastern),
  row('ND', '38', 'North Dakota', central, mountain),
  row('OH', '39', 'Ohio', eastern),
  row('OK', '40', 'Oklahoma', central),
  row('OR', '41', 'Oregon', pacific, mountain),
  row('PA', '42', 'Pennsylvania', eastern),
  row('RI', '44', 'Rhode Island', eastern),
  row('SC', '45', 'South Carolina', eastern),
  row('SD', '46', 'South Dakota', central, mountain),
  row('TN', '47', 'Tennessee', central, eastern),
  row('TX', '48', 'Texas', central, mountain),
  row('UT', '49', 'Utah', mountain),
  row('VT', '50', 'Vermont', eastern),
  row('VA', '51', 'Virginia', eastern),
  row('WA', '53', 'Washington', pacific),
  row('WV', '54', 'West Virginia', eastern),
  row('WI', '55', 'Wisconsin', central),
  row('WY', '56', 'Wyoming', mountain),
  row('AS', '60', 'American Samoa', 'Pacific/Pago_Pago'),
  row('GU', '66', 'Guam', 'Pacific/Guam'),
  row('MP', '69', 'Northern Mariana Islands', 'Pacific/Saipan'),
  row('PR', '72', 'Puerto Rico', 'America/Puerto_Rico'),
  row('VI', '78', 'U.S. Virgin Islands', 'America/St_Thomas'),
]

/** Other names in use, and the Spanish ones, by state code. In the folded form of `foldName`. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  DC: ['washington dc', 'washington d c', 'distrito de columbia'],
  HI: ['hawai', 'hawaii'],
  LA: ['luisiana'],
  MI: ['michigan'],
  MS: ['misisipi'],
  MO: ['misuri'],
  MP: ['cnmi', 'islas marianas del norte', 'commonwealth of the northern mariana islands'],
  NC: ['carolina del norte'],
  ND: ['dakota del norte'],
  NH: ['nuevo hampshire', 'nueva hampshire'],
  NJ: ['nueva jersey'],
  NM: ['nuevo mexico'],
  NY: ['nueva york'],
  OR: ['oregon'],
  PA: ['pensilvania'],
  SC: ['carolina del sur'],
  SD: ['dakota del sur'],
  TX: ['tejas'],
  VI: ['us virgin islands', 'virgin islands', 'islas virgenes'],
  WV: ['virginia occidental'],
}

/** A name without accents, case or punctuation, so that spellings compare equal. Idempotent. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Territories have country codes of their own (ISO 3166-1), equal to their postal abbreviations. */
const territories: ReadonlySet<string> = new Set(['AS', 'GU', 'MP', 'PR', 'VI'])

/** Is this ISO country code that of a US territory? `CA` is Canada, not California. */
export const isTerritory = (country: string): boolean => territories.has(country)

const byName: ReadonlyMap<string, UsState> = new Map(
  usStates.flatMap((state) => [
    [foldName(state.name), state] as const,
    ...(otherNames[state.code] ?? []).map((name) => [name, state] as const),
  ]),
)
const byCode: ReadonlyMap<string, UsState> = new Map(usStates.map((state) => [state.code, state]))
const byFips: ReadonlyMap<string, UsState> = new Map(usStates.map((state) => [state.fips, state]))

/** The state a name or an abbreviation means (`Ohio`, `OH`, `US-OH`, `Nueva York`), or undefined. */
export function usState(given: string): UsState | undefined {
  const folded = foldName(given)
  return byName.get(folded) ?? byCode.get(folded.replace(/^us /, '').toUpperCase())
}

/** The state a county or state FIPS code belongs to, or undefined. */
export const usStateOfFips = (fips: string): UsState | undefined => byFips.get(fips.slice(0, 2))

/** Names a reader may look for in text, longest first so that `West Virginia` is not read as `Virginia`. */
export const usStateNames: readonly string[] = [...byName.keys()].toSorted((a, b) => b.length - a.length)
