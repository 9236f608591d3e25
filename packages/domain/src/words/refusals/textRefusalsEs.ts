import type { Refusals } from './readRefusals.ts'

/**
 * What is wrong at a place of a text that somebody wrote or brought: a policy, a layer of law, checklists, a template, an
 * imported document. It goes on from the name of the place, which stands before it. Names in quotes are those of the text.
 */
export const textRefusalsEs: Refusals = {
  'is not YAML': 'no es YAML',
  'is longer than {count} characters': 'tiene más de {count} caracteres',
  'has more than {count} parts (keys, values and signs): divide it, or take out what is not needed':
    'tiene más de {count} partes (claves, valores y signos): divídalo o quite lo que no haga falta',
  'uses anchors or aliases, which are not taken here': 'usa anclas o alias, que aquí no se aceptan',
  'has nothing named {fields}': 'no tiene nada llamado {fields}',
  '"{name}" is there already': '«{name}» ya está',
  '"{name}" is there twice': '«{name}» está dos veces',
  // policies
  'must be the name of a signal, or one of all, any and not':
    'debe ser el nombre de una señal, o uno de «all», «any» y «not»',
  'is nested deeper than {count}': 'tiene más de {count} niveles de anidamiento',
  '"{name}" is not a signal': '«{name}» no es una señal',
  '"{name}" is not a band of this policy': '«{name}» no es una banda de esta política',
  'the last band catches everything and has no threshold': 'la última banda lo recoge todo y no tiene umbral',
  'must be below the threshold of the band above': 'debe estar por debajo del umbral de la banda de arriba',
  'cites "{name}", which is no authority here': 'cita «{name}», que aquí no es una autoridad',
  // law
  'must be one of {nation: US}, {circuits: ["7"]}, {states: [WI]} and {agency: own}':
    'debe ser uno de {nation: US}, {circuits: ["7"]}, {states: [WI]} y {agency: own}',
  '{day} is not a day of the calendar': '{day} no es un día del calendario',
  'is not after its first day': 'no es posterior a su primer día',
  '{state} is no state, district or territory': '{state} no es un estado, distrito o territorio',
  'takes "not stated", which is treated as not viewed and never for itself':
    'incluye «not stated», que se trata como no visto y nunca por sí solo',
  'says that no warrant is needed, which only an entry of force law may':
    'dice que no hace falta orden, y eso solo puede decirlo una entrada con fuerza de ley («law»)',
  'says that no warrant is needed, and names no court that said so':
    'dice que no hace falta orden, y no nombra ningún tribunal que lo haya dicho',
  'is law, which does not hold for one agency alone': 'es «law», y la ley no rige para una sola agencia',
  'must be {agency: own} where the force is agency policy':
    'debe ser {agency: own} si la fuerza es «agency policy»',
  'holds for one agency, which no shipped entry does':
    'rige para una sola agencia, y ninguna entrada incluida con el programa lo hace',
  'is verified; say in verifiedBy who read the source, and when':
    'está verificada: diga en «verifiedBy» quién leyó la fuente y cuándo',
  '"{name}" is no entry of the pack': '«{name}» no es ninguna de las entradas de Derecho',
  // checklists
  '"{name}" is no signal': '«{name}» no es una señal',
  '"{name}" is a shipped list; give yours an id of its own and say "instead"':
    '«{name}» es una lista incluida con el programa: dé a la suya un id propio y ponga «instead»',
  '"{name}" is no shipped list': '«{name}» no es una lista incluida con el programa',
  'is agency policy, which no shipped item is':
    'es «agency policy», y ningún punto incluido con el programa lo es',
  'has no Spanish words': 'no tiene palabras en español',
  'adds or requires something, which only an agency does':
    'añade o pide algo, y eso solo lo hace una agencia',
  '"{name}" is no list in use': '«{name}» no es una lista en uso',
  '"{name}" is no item of {list}': '«{name}» no es un punto de {list}',
  'stands with place: field, and with no other': 'va con «place: field», y con ningún otro',
  // templates of documents
  'must be "{kind}", the kind it is put in use for': 'debe ser «{kind}», el tipo para el que se pone en uso',
  '"{name}" is no fact': '«{name}» no es un dato',
  '"{name}" is no list': '«{name}» no es una lista',
  '"{name}" is no column of {list}': '«{name}» no es una columna de {list}',
  'leaves out "role", which goes with every row': 'omite «role», que va con cada fila',
  '"{name}" is no fact that can stand here': '«{name}» no es un dato que pueda ir aquí',
  'has a brace that is no placeholder': 'tiene una llave que no marca ningún dato',
  // an imported document
  'larger than the limit of {count} bytes': 'supera el límite de {count} bytes',
  'this is UTF-16; expected UTF-8': 'está en UTF-16; se espera UTF-8',
  'the document is empty': 'el documento está vacío',
  'the bytes are not UTF-8': 'los bytes no son UTF-8',
  'a report is a JSON object': 'un informe es un objeto JSON',
  'there is no "reportedInformation": this is not such a report':
    'falta «reportedInformation»: no es un informe de este tipo',
  'this is not an object': 'esto no es un objeto',
  'there is more after the end of the document': 'hay algo más tras el final del documento',
  'the document ends before it is complete': 'el documento termina antes de estar completo',
  'the document ends inside a string': 'el documento termina dentro de un texto',
  'a control character must be escaped in a string':
    'un carácter de control dentro de un texto debe ir con escape',
  'a \\u escape needs four hexadecimal digits': 'un escape \\u necesita cuatro cifras hexadecimales',
  'this escape is not JSON': 'este escape no es de JSON',
  'expected "," or "{sign}"': 'se esperaba «,» o «{sign}»',
  'expected ":" after the key': 'se esperaba «:» tras la clave',
  'expected a key in double quotes': 'se esperaba una clave entre comillas dobles',
  'expected a JSON value': 'se esperaba un valor de JSON',
  'more than {count} values': 'más de {count} valores',
  'more than {count} levels deep': 'más de {count} niveles',
}
