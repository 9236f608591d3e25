import { foldName } from './usStates.ts'

/** ISO 3166-1 codes with the names met in reports, English and Spanish, in the folded form of `foldName`. */
const names: Readonly<Record<string, string>> = {
  AR: 'argentina',
  AU: 'australia',
  AT: 'austria',
  BE: 'belgium|belgica',
  BO: 'bolivia',
  BR: 'brazil|brasil',
  CA: 'canada',
  CH: 'switzerland|suiza',
  CL: 'chile',
  CN: 'china',
  CO: 'colombia',
  CR: 'costa rica',
  CU: 'cuba',
  CZ: 'czechia|czech republic|republica checa',
  DE: 'germany|alemania',
  DK: 'denmark|dinamarca',
  DO: 'dominican republic|republica dominicana',
  DZ: 'algeria|argelia',
  EC: 'ecuador',
  EG: 'egypt|egipto',
  ES: 'spain|espana',
  FI: 'finland|finlandia',
  FR: 'france|francia',
  GB: 'united kingdom|great britain|england|scotland|wales|northern ireland|uk|reino unido|inglaterra|escocia',
  GR: 'greece|grecia',
  GT: 'guatemala',
  HN: 'honduras',
  HU: 'hungary|hungria',
  ID: 'indonesia',
  IE: 'ireland|irlanda',
  IL: 'israel',
  IN: 'india',
  IT: 'italy|italia',
  JM: 'jamaica',
  JP: 'japan|japon',
  KE: 'kenya|kenia',
  KR: 'south korea|corea del sur|republic of korea',
  MX: 'mexico|mejico',
  MY: 'malaysia|malasia',
  NG: 'nigeria',
  NI: 'nicaragua',
  NL: 'netherlands|the netherlands|holland|paises bajos|holanda',
  NO: 'norway|noruega',
  NZ: 'new zealand|nueva zelanda',
  PA: 'panama',
  PE: 'peru',
  PH: 'philippines|the philippines|filipinas',
  PK: 'pakistan',
  PL: 'poland|polonia',
  PT: 'portugal',
  PY: 'paraguay',
  RO: 'romania|rumania',
  SE: 'sweden|suecia',
  SG: 'singapore|singapur',
  SV: 'el salvador',
  TH: 'thailand|tailandia',
  TR: 'turkey|turkiye|turquia',
  UA: 'ukraine|ucrania',
  US: 'united states|united states of america|usa|u s|u s a|us|the united states|estados unidos|eeuu|ee uu',
  UY: 'uruguay',
  VE: 'venezuela',
  VN: 'vietnam',
  ZA: 'south africa|sudafrica',
}

const byName: ReadonlyMap<string, string> = new Map(
  Object.entries(names).flatMap(([code, list]) => list.split('|').map((name) => [name, code] as const)),
)

/** The ISO 3166-1 code that a country's name or two-letter code means; undefined when it is not known. */
export function countryCode(given: string): string | undefined {
  const folded = foldName(given)
  const named = byName.get(folded)
  if (named !== undefined) return named
  return /^[a-z]{2}$/.test(folded) ? folded.toUpperCase() : undefined
}

/** The code of a country named in full; two letters in running text are not read as a country. */
export const countryNamed = (given: string): string | undefined => {
  const folded = foldName(given)
  return folded.length > 2 ? byName.get(folded) : undefined
}
