/** What the clocks say, in Spanish: the sentences of `clocks/`, with what a report or a person put into them left as it is. */
const sentences: readonly (readonly [english: RegExp, spanish: string])[] = [
  [
    /^The provider must keep what it reported until then, one year from its submission\. Afterwards it may be gone\.$/,
    'El proveedor debe conservar lo que informó hasta entonces, un año desde su envío. Después puede perderse.',
  ],
  [
    /^The provider had to keep what it reported for 90 days\. Submissions since 7 May 2024 are kept for a year\.$/,
    'El proveedor debía conservar lo que informó 90 días. Los envíos desde el 7 de mayo de 2024 se conservan un año.',
  ],
  [
    /^Counted from the moment the submission was finished here\.$/,
    'Contado desde que el envío se terminó aquí.',
  ],
  [
    /^Counted from when the imported document says the report was received; the submission itself was not seen here\.$/,
    'Contado desde que, según el documento importado, se recibió el informe; el envío mismo no se vio aquí.',
  ],
  [/^the submission’s own time$/, 'la hora del propio envío'],
  [/^the imported document$/, 'el documento importado'],
  [
    /^(.+) must keep what the letter names until then, 90 days from the later letter\. Afterwards it may be gone\.$/s,
    '$1 debe conservar hasta entonces lo que nombra la carta, 90 días desde la última. Después puede perderse.',
  ],
  [
    /^(.+) must keep what the letter names until then: 90 days and the 90 of one renewal\. Afterwards it may be gone\.$/s,
    '$1 debe conservar hasta entonces lo que nombra la carta: 90 días y los 90 de una renovación. Después puede perderse.',
  ],
  [
    /^(.+) must keep what the letter names until then, 90 days from the letter\. A renewal sent before extends it by 90 more\. Afterwards it may be gone\.$/s,
    '$1 debe conservar hasta entonces lo que nombra la carta, 90 días desde ella. Una renovación enviada antes lo alarga 90 más. Después puede perderse.',
  ],
  [
    /^More than one renewal is recorded\. The statute names one; what a further one does is not stated there and not counted\.$/,
    'Consta más de una renovación. La ley nombra una; lo que hace otra más no lo dice y no se cuenta.',
  ],
  [
    /^The renewal was sent after the first 90 days were over: it is counted as a request of its own\. What was lost in between is not known\.$/,
    'La renovación se envió pasados los primeros 90 días: cuenta como una solicitud propia. No se sabe qué se perdió entre tanto.',
  ],
  [
    /^Counted from when a person said the letter was sent; the provider counts from when it received it\.$/,
    'Contado desde que, según una persona, se envió la carta; el proveedor cuenta desde que la recibió.',
  ],
  [/^the recorded letter and its renewal$/, 'la carta registrada y su renovación'],
  [/^the recorded letter$/, 'la carta registrada'],
  [/^The warrant is to be returned to (.+) by then\.$/s, 'La orden ha de devolverse a $1 para entonces.'],
  [/^Warrant of (.+), no number recorded$/s, 'Orden de $1, sin número registrado'],
  [/^Warrant (.+), (.+)$/s, 'Orden $1, $2'],
  [
    /^As a person recorded it; look at the warrant itself\.$/,
    'Como lo registró una persona; mire la propia orden.',
  ],
  [/^a recorded warrant$/, 'una orden registrada'],
  [/^The tip comes back to the queue by itself then\.$/, 'El aviso vuelve entonces a la cola por sí solo.'],
  [/^The decision to hold it$/, 'La decisión de esperar'],
  [
    /^Chosen by the person who decided to hold it; it can be decided anew at any time\.$/,
    'Lo eligió quien decidió esperar; puede decidirse de nuevo en cualquier momento.',
  ],
  [/^the decision to hold$/, 'la decisión de esperar'],
  [
    /^Your agency’s own rule: (\d+) hours from when the tip was made available, until it is decided\.$/,
    'Regla de su agencia: $1 horas desde que el aviso se puso a disposición, hasta que se decida.',
  ],
  [
    /^Counted in hours of the clock from when the tip was made available\.$/,
    'Contado en horas de reloj desde que el aviso se puso a disposición.',
  ],
  [/^your agency’s times, rule (\d+)$/, 'los plazos de su agencia, regla $1'],
  [
    /^(.+) keeps its logs for (\d+) days, by your agency’s table\. The log of (\S+) \(([^)]+)\) at (\S+) may be gone after that\.$/s,
    '$1 guarda sus registros $2 días, según la tabla de su agencia. El registro de $3 ($4) a las $5 puede perderse después.',
  ],
  [
    /^Your agency’s log-window table, entry (\d+): (.*)$/s,
    'La tabla de registros de su agencia, entrada $1: $2',
  ],
  [
    /^The table is your agency’s own knowledge as of (\S+)\. No law sets this length; the operator may keep more or less\.$/,
    'La tabla es lo que sabe su agencia a fecha de $1. Ninguna ley fija esta duración; el operador puede guardar más o menos.',
  ],
  [
    /^The time is stated to the minute only\. The table is your agency’s own knowledge as of (\S+); the operator may keep more or less\.$/,
    'La hora consta solo hasta el minuto. La tabla es lo que sabe su agencia a fecha de $1; el operador puede guardar más o menos.',
  ],
  [
    /^Many subscribers share (.+) at once, and no source port is stated: the operator may not be able to tell whose it was\.$/,
    'Muchos abonados comparten $1 a la vez y no consta puerto de origen: quizá el operador no pueda decir de quién era.',
  ],
  [
    /^Ask the provider for the source port and the exact second it already holds\.$/,
    'Pida al proveedor el puerto de origen y el segundo exacto que ya tiene.',
  ],
  [
    /^It is not known whether several subscribers share (.+), and no source port is stated\.$/,
    'No se sabe si varios abonados comparten $1, y no consta puerto de origen.',
  ],
  [
    /^Look up the operator, or ask the provider for the source port it already holds\.$/,
    'Busque el operador, o pida al proveedor el puerto de origen que ya tiene.',
  ],
  [
    /^(.+) is stated without a time to the second and its zone\. No log can be asked for by it alone, and no window is computed where the time cannot be read\.$/,
    '$1 consta sin una hora al segundo con su zona. Con ella sola no puede pedirse un registro, y no se calcula plazo donde la hora no puede leerse.',
  ],
  [
    /^Ask the provider for the exact time, with its zone, that it already holds\.$/,
    'Pida al proveedor la hora exacta, con su zona, que ya tiene.',
  ],
  [
    /^The incident’s time \((.+)\) may be when it was detected and not when it was done; the provider does not say which\. No window is computed from it\.$/s,
    'La hora del incidente ($1) puede ser la de su detección y no la del hecho; el proveedor no dice cuál. No se calcula plazo con ella.',
  ],
  [
    /^The incident’s time \((.+?)\) may be when it was detected and not when it was done\. The provider says of it: “(.*)”\. No window is computed from it\.$/s,
    'La hora del incidente ($1) puede ser la de su detección y no la del hecho. El proveedor dice de ella: “$2”. No se calcula plazo con ella.',
  ],
  [
    /^Use the times of the addresses, or ask the provider what the incident’s time means\.$/,
    'Use las horas de las direcciones, o pregunte al proveedor qué significa la hora del incidente.',
  ],
  [
    /^Your agency’s log-window table is empty: how long the operators of these addresses keep their logs is not known here\.$/,
    'La tabla de registros de su agencia está vacía: aquí no se sabe cuánto guardan sus registros los operadores de estas direcciones.',
  ],
  [
    /^Enter what you know of an operator, with its source and date\.$/,
    'Introduzca lo que sepa de un operador, con su fuente y fecha.',
  ],
  [
    /^Your agency’s log-window table says nothing of (.+) at its time(.*): how long the log is kept is not known here\.$/s,
    'La tabla de registros de su agencia no dice nada de $1 a su hora$2: aquí no se sabe cuánto se guarda el registro.',
  ],
  [
    /^Enter what you know of the operator, with its source and date\.$/,
    'Introduzca lo que sepa del operador, con su fuente y fecha.',
  ],
  [/^(\S+), table entry (\d+) as of (\S+)$/, '$1, entrada $2 de la tabla a fecha de $3'],
]

/** Whose address it is stays said in either language (a recipient and a child are not the reported person). */
const whose: Readonly<Record<string, string>> = {
  'the reported person': 'la persona reportada',
  'a recipient': 'un destinatario',
  'a child': 'un menor',
  'a file': 'un archivo',
  'the incident': 'el incidente',
  'the reporter': 'quien informa',
}
const roles = /\((the reported person|a recipient|a child|a file|the incident|the reporter)\)/

/** A sentence of a clock or a warning in Spanish; what is no sentence of ours, as an agency's own words, stays as it is. */
export const clockSentenceEs = (text: string): string => {
  const found = sentences.find(([english]) => english.test(text))
  if (!found) return text
  return text
    .replace(found[0], found[1])
    .replace(roles, (_, role: string) => `(${whose[role] ?? role})`)
    .replace(/ and (\d+) more/, ' y $1 más')
}
