/**
 * What the program itself says of a report, in Spanish: why it was labelled, routed and linked so, what a finding's result is to
 * be taken with, and what was done. What somebody else wrote (a policy, a report, a person) is none of these and stays as it is.
 */
import { actsEs } from './actsEs.ts'
import { demoPeopleEs } from './demoPeopleEs.ts'
import { routeSentenceEs } from './routeSentencesEs.ts'
import { tipActsEn, tipArrivalsEn } from './tipHistoryEn.ts'
import { tipActsEs, tipArrivalsEs } from './tipHistoryEs.ts'

const saidOf = <K extends string>(
  english: Record<K, string>,
  spanish: Record<K, string>,
): Record<string, string> =>
  Object.fromEntries((Object.keys(english) as K[]).map((code) => [english[code], spanish[code]]))

const fixed: Readonly<Record<string, string>> = {
  ...actsEs,
  ...demoPeopleEs,
  // label
  'A danger to a child is stated, which outweighs whatever else is missing.':
    'Se indica un peligro para un menor, y eso pesa más que lo que falte.',
  'The provider itself marked it as informational or spam.':
    'El propio proveedor lo marcó como informativo o no deseado.',
  'It is a viral item, but a child may be identified from this report.':
    'Es un elemento viral, pero por este informe se podría identificar a un menor.',
  'It is a viral item or a meme as a whole.': 'Es todo ello un elemento viral o un meme.',
  'It has user details, a file or conversation, and a possible location.':
    'Tiene datos del usuario, un archivo o una conversación, y un lugar posible.',
  // routing
  'No place fact leads to an agency yet, so it waits in the clearinghouse for one.':
    'Ningún dato de lugar lleva aún a una agencia, y espera uno en el centro de recepción.',
  'Imported by this agency.': 'Importado por esta agencia.',
  'The places that are known now lead elsewhere.': 'Los lugares que ahora se saben llevan a otra parte.',
  'the state: only the United States is known': 'el estado: solo se sabe que es en los Estados Unidos',
  'the town and state of the school': 'la población y el estado de la escuela',
  'where the reported person is: an address with its exact time and port, or a location the provider holds':
    'dónde está la persona reportada: una dirección con su hora exacta y su puerto, o un lugar que conserve el proveedor',
  'where the child is': 'dónde está el menor',
  "anything but a recipient's place, which is not where the reported person or the child is":
    'algo más que el lugar de un destinatario, que no es donde están la persona reportada ni el menor',
  'a place with its state or country': 'un lugar con su estado o país',
  // links
  'Same network address at the same second, without a port: where many subscribers share the address it is not one household.':
    'La misma dirección de red en el mismo segundo, sin puerto: donde muchos abonados la comparten no es un solo hogar.',
  'Same IMEI, whose check digit does not hold: a typing error, or a number made up.':
    'El mismo IMEI, cuyo dígito de control no cuadra: un error al teclear, o un número inventado.',
  'Same network address; it may be shared by many people, at different times.':
    'La misma dirección de red; pueden compartirla muchas personas, a horas distintas.',
  'Same file (same digest); copies travel, and both may have it from a third.':
    'El mismo archivo (la misma huella); las copias viajan, y ambos pueden tenerlo de un tercero.',
  'Same picture, perhaps in another size or coding (perceptual hash within 31 of 256 bits); copies travel.':
    'La misma imagen, quizá en otro tamaño o codificación (huella perceptual a 31 de 256 bits como mucho); las copias viajan.',
  'Same screen name; different people may use it on different services.':
    'El mismo nombre de usuario; personas distintas pueden usarlo en servicios distintos.',
  // findings
  'A number keeps its area code when its user moves.':
    'Un número conserva su prefijo cuando su usuario se muda.',
  'Not a web address.': 'No es una dirección web.',
  'The time carries no offset that could be read.':
    'La hora no trae una diferencia horaria que pudiera leerse.',
  'Stated in UTC.': 'Indicado en UTC.',
  'An offset may be that of a server, not of a person.':
    'Una diferencia horaria puede ser la de un servidor y no la de una persona.',
  'The event has no exact time, and addresses change hands.':
    'El suceso no tiene hora exacta, y las direcciones cambian de manos.',
  'The date of the data is not known.': 'No se sabe la fecha de los datos.',
  'The provider says the address may be a proxy.': 'El proveedor dice que la dirección puede ser un proxy.',
  'This is not a network address.': 'No es una dirección de red.',
  'Neither a ZIP code nor a city with its state is stated.':
    'No consta ni un código postal ni una población con su estado.',
  'Near a county line, or in several counties.': 'Cerca de un límite de condado, o en varios condados.',
  'No bytes of this file came with the report.': 'Con el informe no vino ningún byte de este archivo.',
  'The operator has picture hashes switched off.': 'El operador tiene apagadas las huellas de imagen.',
  'The provider does not say that it viewed this file; the operator has picture hashes computed of viewed files alone.':
    'El proveedor no dice que viera este archivo; el operador solo calcula huellas de imagen de los archivos vistos.',
  'There is too little to see for a comparison.': 'Hay demasiado poco que ver para comparar.',
  'The check failed.': 'La comprobación falló.',
  'It is not computed yet.': 'Aún no se ha calculado.',
  'Read in free text by a rule; the text may speak of somebody else.':
    'Leído en texto libre por una regla; el texto puede hablar de otra persona.',
  'Quoted words, not a statement of the writer.': 'Palabras citadas, no una declaración de quien escribe.',
  'Reported by Visual Search: the picture was what somebody searched with.':
    'Informado por Visual Search: la imagen era con lo que alguien buscaba.',
  'The address is reserved for documentation (RFC 5737, RFC 3849) and belongs to nobody.':
    'La dirección está reservada para documentación (RFC 5737, RFC 3849) y no es de nadie.',
  'The address is private (RFC 1918, RFC 4193): countless networks use the same one.':
    'La dirección es privada (RFC 1918, RFC 4193): innumerables redes usan la misma.',
  'The address is inside a carrier network (RFC 6598) and is not seen on the Internet.':
    'La dirección está dentro de la red de un operador (RFC 6598) y no se ve en Internet.',
  'The address is local to one machine or link.': 'La dirección es local de un equipo o enlace.',
  'The address is reserved and cannot belong to a subscriber.':
    'La dirección está reservada y no puede ser de un abonado.',
  'The file’s key is gone.': 'La clave del archivo ya no existe.',
  'The file is larger than what is looked at as a picture.':
    'El archivo es mayor de lo que se mira como imagen.',
  'It is no picture of a kind that is read here.': 'No es una imagen de una clase que aquí se lea.',
  'The file could not be read from the vault.': 'El archivo no pudo leerse del depósito.',
  'The decoder ended without an answer.': 'El descodificador terminó sin respuesta.',
  'The decoder took too long and was ended.': 'El descodificador tardó demasiado y se detuvo.',
  'No decoder of pictures is installed here.': 'Aquí no hay instalado un descodificador de imágenes.',
  'The picture is too small to say anything.': 'La imagen es demasiado pequeña para decir nada.',
  'The point lies in no US county.': 'El punto no está en ningún condado de los Estados Unidos.',
  'Borders of 2017: the planning regions of Connecticut are not in them.':
    'Límites de 2017: no incluyen las regiones de planificación de Connecticut.',
  'Packaged sample of DB-IP City Lite: it ages and its publisher warns of errors.':
    'Muestra incluida de DB-IP City Lite: envejece y su editor advierte de errores.',
  'An agency should configure its own.': 'Una agencia debería configurar la suya.',
  'The address is not in the database.': 'La dirección no está en la base de datos.',
  'The kind of network is read from the operator’s name by a rule, not stated by the operator.':
    'La clase de red la lee una regla del nombre del operador; el operador no la indica.',
  'No network in the table announces the address.': 'Ninguna red de la tabla anuncia la dirección.',
  'Synthetic: the address belongs to nobody, and its place and operator were made up for the demonstration.':
    'Sintético: la dirección no es de nadie, y su lugar y su operador se inventaron para la demostración.',
  // what was done with a tip
  ...saidOf(tipActsEn, tipActsEs),
  ...saidOf(tipArrivalsEn, tipArrivalsEs),
}

const lacks: Readonly<Record<string, string>> = {
  'user details': 'datos del usuario',
  'a file or conversation': 'un archivo o una conversación',
  'a possible location': 'un lugar posible',
}
const same: Readonly<Record<string, string>> = {
  account: 'La misma cuenta',
  'screen name': 'El mismo nombre de usuario',
  'e-mail address': 'El mismo correo',
  'phone number': 'El mismo teléfono',
  'network address': 'La misma dirección de red',
  'network address and port at the same second':
    'La misma dirección de red y el mismo puerto en el mismo segundo',
  device: 'El mismo dispositivo',
  'address on the web': 'La misma dirección web',
  'file (same digest)': 'El mismo archivo (la misma huella)',
  group: 'El mismo grupo',
  'payment handle': 'El mismo nombre de pago',
  'picture (it looks the same)': 'La misma imagen (se ve igual)',
}
const unloaded: Readonly<Record<string, string>> = {
  'hash list': 'No hay cargada ninguna lista de huellas.',
  'range table': 'No hay cargada ninguna tabla de rangos.',
  'network table': 'No hay cargada ninguna tabla de redes.',
  'county table': 'No hay cargada ninguna tabla de condados.',
  'county map': 'No hay cargado ningún mapa de condados.',
  'address location database': 'No hay cargada ninguna base de lugares de direcciones.',
}
const lackOf: Readonly<Record<string, string>> = {
  'the port': 'el puerto',
  'the exact second': 'el segundo exacto',
  'the port and the exact second': 'el puerto y el segundo exacto',
}

type Turn = (found: RegExpExecArray) => string | undefined
/** Sentences with something in them: what is no code of ours inside is left as it is. */
const patterns: readonly (readonly [english: RegExp, spanish: Turn])[] = [
  [
    /^Not enough to work on yet: it lacks (.+)\.$/,
    ([, missing = '']) =>
      `Aún no basta para trabajarlo: le falta ${missing
        .split(', ')
        .map((each) => lacks[each] ?? each)
        .join(', ')}.`,
  ],
  [/^Same ([^.;]+)\.$/, ([, name = '']) => same[name] && `${same[name]}.`],
  [
    /^Same ([^.;]+), read out of a text or a web address\.$/,
    ([, name = '']) => same[name] && `${same[name]}, leído en un texto o en una dirección web.`,
  ],
  [/^No (.+) is loaded\.$/, ([, name = '']) => unloaded[name]],
  [
    /^The data is of (\S+), (\d+) days from the event: the address may have belonged elsewhere\.$/,
    ([, day, days]) =>
      `Los datos son del ${day}, a ${days} días del suceso: la dirección pudo ser de otro lugar.`,
  ],
  [
    /^Many subscribers share this address at once; without (.+) it is not one household\.$/,
    ([, lack = '']) =>
      `Muchos abonados comparten esta dirección a la vez; sin ${lackOf[lack] ?? lack} no es un solo hogar.`,
  ],
  [
    /^If the operator shares the address among subscribers, without (.+) it is not one household\.$/,
    ([, lack = '']) =>
      `Si el operador reparte la dirección entre abonados, sin ${lackOf[lack] ?? lack} no es un solo hogar.`,
  ],
  [
    /^The network is of kind (.+): the person may be anywhere\.$/,
    ([, kind = '']) =>
      `La red es de clase ${valuesEs[kind] ?? kind}: la persona puede estar en cualquier parte.`,
  ],
  [
    /^Near a county line: (\d+) other (?:county lies|counties lie) within reach\.$/,
    ([, count]) =>
      `Cerca de un límite de condado: ${count} ${count === '1' ? 'condado más está' : 'condados más están'} al alcance.`,
  ],
  [/^The list holds no (\S+) digests\.$/, ([, name]) => `La lista no tiene huellas ${name}.`],
  [
    /^Alike, not equal: (\d+) of 256 bits differ\.$/,
    ([, bits]) => `Parecido, no igual: difieren ${bits} de 256 bits.`,
  ],
  [/^The check failed: (.+)$/s, ([, why]) => `La comprobación falló: ${why}`],
  [
    /^It is in the area of its affiliate (.+) too; (.+) looks at it first\.$/s,
    ([, affiliate, lead]) => `Está también en la zona de su afiliada ${affiliate}; ${lead} lo mira primero.`,
  ],
  [
    /^It went straight to (.+), by the rule of (.+) for reports of this kind\.$/s,
    ([, affiliate, lead]) =>
      `Fue directo a ${affiliate}, por la regla de ${lead} para informes de esta clase.`,
  ],
  [
    /^It stays with (.+), affiliate of (.+), who has it\.$/s,
    ([, affiliate, lead]) => `Sigue con ${affiliate}, afiliada de ${lead}, que lo tiene.`,
  ],
  [/^By hand, by (.+?): (.+)$/s, ([, name, why]) => `A mano, por ${name}: ${why}`],
  [/^Corrected by (.+?): (.+)$/s, ([, name, why]) => `Corregido por ${name}: ${why}`],
]

/** Codes that stand in the result of a finding. */
export const valuesEs: Readonly<Record<string, string>> = {
  residential: 'residencial',
  business: 'de empresa',
  mobile: 'móvil',
  carrier: 'de operador, compartida por muchos',
  hosting: 'de alojamiento',
  vpn: 'VPN',
  relay: 'relé',
  proxy: 'proxy',
  tor: 'Tor',
  school: 'escuela',
  unknown: 'no se sabe',
  'one network': 'una sola red',
  'many subscribers': 'muchos abonados',
  'public webmail': 'correo web público',
  'throw-away': 'de usar y tirar',
  government: 'gobierno',
  military: 'militar',
  'fixed line': 'fija',
  'fixed line or mobile': 'fija o móvil',
  'toll free': 'gratuita',
  voip: 'voz por Internet',
  pager: 'buscapersonas',
  'personal number': 'número personal',
  'premium rate': 'de tarifa especial',
  'shared cost': 'de coste compartido',
  uan: 'número de acceso único',
  voicemail: 'buzón de voz',
}

const whole = (text: string): string | undefined => {
  if (Object.hasOwn(fixed, text)) return fixed[text]
  for (const [english, spanish] of patterns) {
    const found = english.exec(text)
    const said = found ? spanish(found) : undefined
    if (said !== undefined) return said
  }
  return routeSentenceEs(text)
}

/** A part of what is said: `told` where it is in Spanish now, else in the words of whoever wrote it. */
export type SaidPart = { text: string; told: boolean }

/** Where one sentence ends and another of ours begins. */
const between = /(?<=\.) (?=\p{Lu})/u

/** What the program says, sentence by sentence in Spanish; what is none of its own sentences stays as it was written. */
export const sentencesEs = (text: string): SaidPart[] => {
  const all = whole(text)
  if (all !== undefined) return [{ text: all, told: true }]
  const parts = text.split(between)
  if (parts.length === 1) return [{ text, told: false }]
  return parts.map((part) => {
    const said = whole(part)
    return { text: said ?? part, told: said !== undefined }
  })
}
