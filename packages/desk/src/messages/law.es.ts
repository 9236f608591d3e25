import type { lawEn } from './law.en.ts'

/** The names of the circuits are numbers in English words; the court's own letters stay. */
const circuitEs = (name: string): string =>
  name
    .replace(/^the (\d+)\w+ Circuit$/, 'el $1.º Circuito')
    .replace(/^the (\S+) Circuit$/, 'el Circuito de $1')

export const lawEs: typeof lawEn = {
  title: 'Derecho',
  lead: (asOf) =>
    `Lo que el programa sabe de leyes, políticas y orientaciones, al día ${asOf}. Cada entrada nombra su fuente y hasta dónde se comprobó. Nada de ello es asesoramiento legal. Las citas y las fuentes están en inglés; los resúmenes, traducidos.`,
  forum: 'Dónde se juzgan los casos de su agencia',
  forumIs: (state, circuit, courts) => `${state}; ${circuitEs(circuit)}; ${courts}`,
  forumBasis: {
    set: 'Fijado por su agencia.',
    'service area': 'Tomado del estado en que trabaja su agencia. Nadie de su agencia lo ha fijado.',
    'not known':
      'No se conoce: no puede consultarse ningún tribunal, y ningún archivo se abre solo por ley hasta que un administrador lo fije.',
  },
  courts: {
    either: 'tribunales estatales o federales, no se sabe de antemano',
    state: 'solo tribunales estatales',
    federal: 'solo tribunales federales',
  },
  noCircuit: 'ningún circuito federal',
  setForum: 'Fijar el foro',
  state: 'Estado, distrito o territorio',
  whichCourts: 'Tribunales a los que puede ir un caso',
  gate: '¿Puede abrirse hoy un archivo sin orden judicial?',
  gateAbout: 'Su foro, según lo declarado del archivo. La respuesta de cada archivo es la misma.',
  hashMatched: 'El proveedor declara que el hash coincidió con material conocido',
  answers: {
    'no warrant needed': 'No hace falta orden',
    'warrant needed': 'Hace falta orden',
    unsettled: 'Sin resolver',
  },
  why: 'Por qué',
  duty: '¿Hay un deber de investigar un informe?',
  dutyParts: {
    statute: 'Lo que dicen las leyes',
    courts: 'Lo que han decidido los tribunales',
    standards: 'Normas y lecturas',
    'agency policy': 'La política de su agencia',
    'cross-report': 'Avisos a protección de la infancia',
  },
  dutyEmpty: 'No hay nada introducido. No se sabe, y no es lo mismo que ninguno.',
  dutyConclusion:
    'No se encontró ninguna decisión publicada que declare responsable a una agencia específicamente por declinar un CyberTip. Que no se encontrara no significa que no exista.',
  entries: 'Todas las entradas',
  force: 'Fuerza',
  status: 'Marca',
  topic: 'Sobre',
  any: 'Cualquiera',
  shown: (count, of) => `${count} de ${of} entradas`,
  topics: {
    'opening a file': 'Abrir un archivo',
    'duty to investigate': 'Deber de investigar',
    'cross-report': 'Aviso a protección de la infancia',
    'provider duty': 'Deberes de los proveedores',
    preservation: 'Conservación',
    disclosure: 'Revelación',
    prioritising: 'Priorización',
    'agency data': 'Datos de las agencias',
  },
  statuses: {
    verified: 'verificada',
    secondary: 'vista solo en una fuente secundaria',
    'to be verified by counsel': 'por verificar con un jurista',
  },
  ownEntry: 'propia de su agencia',
  from: (day) => `desde ${day}`,
  ended: (day) => `hasta ${day}`,
  holdsFor: (where) => `para ${where}`,
  nation: 'la nación',
  agency: 'su agencia',
  circuits: (ids) => `circuito ${ids}`,
  binds: 'Obliga a',
  inOurWords: 'Resumen y traducción nuestros',
  source: 'Fuente',
  effect: 'Qué cambia para sus archivos',
  effectIs: (files, of) =>
    `Esta entrada cambia la respuesta para ${files} de ${of} archivos de sus avisos más recientes.`,
  becomes: (before, after, files) =>
    `«${before}» pasa a «${after}»: ${files} ${files === 1 ? 'archivo' : 'archivos'}`,
  touchedTips: 'Avisos a los que afecta',
  moreTips: (count) => `y ${count} más`,
  own: 'La capa propia de su agencia',
  ownAbout:
    'Sus políticas, las lecturas de sus juristas, las reglas de su estado y deberes de avisar. Está por encima de las entradas del programa y nunca las cambia. Una regla suya puede pedir más que la ley, no menos.',
  text: 'Entradas (YAML)',
  check: 'Comprobar',
  checking: 'Comprobando…',
  save: 'Guardar',
  line: (line) => `línea ${line}`,
  inOrder: (files, of) =>
    `En orden. Guardarla cambiaría la respuesta para ${files} de ${of} archivos de sus avisos más recientes.`,
  problems: (count) => `${count} ${count === 1 ? 'problema' : 'problemas'}. Así no puede guardarse.`,
  saved: (version) => `Guardada como versión ${version}. Está en vigor.`,
  versions: 'Versiones',
  version: (version, by) => `Versión ${version}, de ${by}`,
  none: 'Ninguna todavía.',
  edit: 'Escribir una versión nueva',
}
