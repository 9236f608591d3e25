/** Why a report went where it went, in Spanish: the sentences of `routing/`, with names of places and agencies left as they are. */

const whose: Readonly<Record<string, string>> = {
  "the reported person's": 'de la persona reportada',
  "the child's": 'del menor',
  "a recipient's": 'de un destinatario',
  "the incident's": 'del incidente',
  "a file's": 'de un archivo',
}
const what: Readonly<Record<string, string>> = {
  'stated address': 'el domicilio indicado',
  'location as estimated by the provider': 'el lugar estimado por el proveedor',
  'network address location': 'el lugar de la dirección de red',
  'telephone region': 'la región del teléfono',
  school: 'la escuela',
  coordinates: 'las coordenadas',
  'place named in text': 'el lugar nombrado en un texto',
  'place named in a profile': 'el lugar nombrado en un perfil',
  'place as corrected by a person': 'el lugar corregido por una persona',
}
const by: Readonly<Record<string, string>> = {
  'by ZIP code': 'por el código postal',
  'by county': 'por el condado',
  'by the name of the place': 'por el nombre del lugar',
  'as the task force for the rest of the state': 'como grupo especial del resto del estado',
  'as the rest of the state': 'como resto del estado',
  'by state': 'por el estado',
  'by country': 'por el país',
  'as the relay for countries without an entry': 'como enlace para los países que no constan',
}
const doubts: readonly (readonly [RegExp, string])[] = [
  [
    /^(.+) has several task forces and the county is not known$/s,
    '$1 tiene varios grupos especiales y no se sabe el condado',
  ],
  [
    /^how the counties of (.+) are divided is not known from a public source$/s,
    'ninguna fuente pública dice cómo se reparten los condados de $1',
  ],
  [/^no agency of (.+) is entered$/s, 'no consta ninguna agencia de $1'],
]

const either = (words: Readonly<Record<string, string>>): string => Object.keys(words).join('|')
const place = new RegExp(`^(${either(whose)}) (${either(what)}) \\((.*?)\\)(?: and |$)`, 'is')
const sentence = new RegExp(
  `^(.+) (is|are) in the area of (.+), (${either(by)})( \\(.+?\\))?(?:; this is uncertain, because (.+?))?\\.$`,
  's',
)

/** The places that a sentence begins with, one after the other; undefined where something else stands there. */
const placesEs = (text: string): string | undefined => {
  const told: string[] = []
  for (let rest = text; rest !== ''; ) {
    const found = place.exec(rest)
    if (!found) return undefined
    const [all, role = '', kind = '', where = ''] = found
    const named = where.replace(/(^|, )county (\d{5})/, '$1condado $2')
    told.push(`${what[kind]} ${whose[role.charAt(0).toLowerCase() + role.slice(1)]} (${named})`)
    rest = rest.slice(all.length)
  }
  return told.join(' y ')
}

const doubtEs = (text: string): string | undefined => {
  const found = doubts.find(([english]) => english.test(text))
  return found && text.replace(found[0], found[1])
}

/** One sentence of a route in Spanish, or undefined where it is none. */
export const routeSentenceEs = (text: string): string | undefined => {
  const found = sentence.exec(text)
  if (!found) return undefined
  const [, subject = '', verb, agency, way = '', basis = '', doubt] = found
  const places = placesEs(subject)
  const doubtful = doubt === undefined ? '' : doubtEs(doubt)
  if (places === undefined || doubtful === undefined) return undefined
  const said = `${places} ${verb === 'are' ? 'están' : 'está'} en la zona de ${agency}, ${by[way]}${basis}`
  const plural = places.startsWith('las coordenadas')
    ? said.replace(/\) está en la zona/, ') están en la zona')
    : said
  return `${plural.charAt(0).toUpperCase()}${plural.slice(1)}${doubtful && `; es dudoso, porque ${doubtful}`}.`
}
