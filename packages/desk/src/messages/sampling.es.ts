import type { samplingEn } from './sampling.en.ts'

/** Las palabras de la relectura en español. */
export const samplingEs: typeof samplingEn = {
  title: 'Muestreo',
  lead: 'Una parte sorteada de lo que se declinó, o está abajo, la relee una segunda persona a quien no se muestra qué se decidió. Dice cuánto se escapa al fondo de la cola. No cambia ninguna decisión ni califica a nadie.',
  off: 'Su agencia no ha fijado una parte que sortear, así que no se sortea nada. Su administrador la fija en',
  settings: 'Ajustes de la agencia',
  holds: (percent, days, most) =>
    `Se sortea el ${percent} % de cada conjunto, ${most} avisos como máximo, entre avisos de ${days} días o más.`,
  pools: {
    declined: 'Avisos declinados',
    undecided: 'Avisos no decididos que están abajo',
  },
  verdicts: {
    'would have been pursued': 'Yo lo habría asumido',
    'rightly low': 'Bien dejado',
    'cannot tell': 'No puedo decirlo',
  },
  verdictAbout: {
    'would have been pursued': 'Cuenta como escapado. Nada se reabre por ello; una persona puede hacerlo.',
    'rightly low': 'Está donde debe.',
    'cannot tell': 'No cuenta ni como lo uno ni como lo otro, y ensancha el margen.',
  },
  toRead: 'Por releer',
  toReadAbout:
    'Son suyos aquellos sobre los que no decidió. De antemano no se dice nada de ellos salvo que se sortearon. No hay día fijado para hacerlo.',
  noneToRead: 'No hay nada que usted pueda releer.',
  forOthers: (count) =>
    count === 1
      ? '1 más espera a un colega: usted decidió sobre él, miró la lista de la que se sorteó, o alguien lo está leyendo.'
      : `${count} más esperan a colegas: usted decidió sobre ellos, miró la lista de la que se sortearon, o alguien los está leyendo.`,
  reading: (item) => `Relectura ${item}`,
  begin: 'Empezar',
  goOn: 'Seguir',
  drawnAt: 'sorteado',
  rates: 'Lo que se escapó',
  ratesAbout:
    'De los avisos releídos, cuántos se habrían asumido. El margen es el intervalo exacto del 95 % de Clopper y Pearson: con otro sorteo la parte podría estar en cualquier punto de él. Los que nadie pudo decir cuentan como no escapados en el extremo bajo y como escapados en el alto.',
  nothingRead: 'Aún no se ha releído nada: no se sabe cuánto se escapa.',
  share: (low, high) => `entre ${low} y ${high}`,
  missedOf: (misses, read) => `${misses} de ${read} releídos se habrían asumido`,
  facts: {
    share: 'Parte escapada',
    found: 'Encontrado',
    cannotTell: 'No pudo decirse',
    notYetRead: 'Sorteados, aún sin releer',
    overtaken: 'Cambiados por un documento posterior antes de releerse; en ningún recuento',
    seenBefore: 'De los releídos, quien leyó ya había abierto el aviso',
    population: 'Avisos entre los que se sorteó',
  },
  drawnOf: (drawn, population) => `${population}; sorteados ${drawn}`,
  ratesCaveat:
    'Quien relee no es un oráculo: dos agentes difieren. Todos saben que lo sorteado se declinó o está abajo, y solo eso ya tiñe la lectura. Un aviso se sortea una vez como máximo.',
  readings: 'Lo que se encontró',
  noReadings: 'Aún no se ha releído nada.',
  missOffer: 'Nada cambió por ello. Abra el aviso para reabrirlo, si alguien debe volver a mirarlo.',
  openTip: (tip) => `Abrir el aviso ${tip}`,
  stands: 'ahora',
  seenBefore: 'ya lo había abierto',
  draws: 'Sorteos',
  drawsAbout:
    'La semilla se hace al azar cuando alguien sortea. Con ella y la lista cualquiera puede repetir el sorteo y debe obtener los mismos avisos; el registro tiene la semilla y el SHA-256 de la lista.',
  noDraws: 'Aún no se ha sorteado nada.',
  draw: 'Sortear ahora',
  drawing: 'Sorteando…',
  drawn: (count) => (count === 1 ? 'Se sorteó 1 aviso.' : `Se sortearon ${count} avisos.`),
  drawBy: (name) => `Sorteado por ${name}`,
  seed: 'Semilla',
  algorithm: 'Algoritmo',
  poolLine: (name, drawn, size) => `${name}: ${drawn} de ${size}`,
  readOf: (read, drawn) => `${read} de ${drawn} releídos`,
  list: 'Lista en CSV',
  listNamed: (draw) => `Lista en CSV, sorteo ${draw}`,
  listAbout: 'Quien toma una lista sabe qué contiene, y no relee nada de ese sorteo.',
  blind: 'Lo que aquí no se le muestra',
  blindAbout:
    'El rango, la puntuación y los motivos de la política; si se decidió y qué, quién y por qué; notas, registros y vínculos con otros avisos. Hasta que anote lo que encuentra, la página del aviso queda cerrada para usted.',
  blindLimit:
    'El programa no puede hacerle olvidar: la cola y la búsqueda siguen mostrando lo que muestran a todos, y un informe puede reconocerse. No lo busque, por favor.',
  blindSeen: 'Usted ya había abierto este aviso. Eso se guarda con lo que encuentre.',
  verdict: 'Leyéndolo por primera vez: ¿qué haría?',
  note: 'Nota',
  noteHint: '(opcional; su agencia la lee)',
  record: 'Anotarlo',
  recording: 'Anotando…',
  verdictMissing: 'Elija una de las tres.',
  leave: 'Devolverlo',
  recorded: 'Está anotado.',
  back: 'Muestreo',
}
