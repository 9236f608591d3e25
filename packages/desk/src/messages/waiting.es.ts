import type { waitingEn } from './waiting.en.ts'

/** Las palabras de lo que espera, en español. */
export const waitingEs: typeof waitingEn = {
  title: 'Lo que espera',
  lead: 'Cuánto ha esperado cada aviso, a qué, y quién lo llevó allí. Son hechos para quien responde del tiempo de la agencia. Ninguna ley ni regla de aquí dice que algo sea demasiado, así que nada se marca como tardío.',
  asOf: 'a fecha de',
  all: 'Todo',
  show: 'Mostrar',
  waitsFor: 'Espera',
  tips: 'Avisos',
  median: 'Mediana',
  longest: 'El más largo',
  minutes: (count) => `${count} minutos`,
  hours: (count) => `${count} horas`,
  days: (count) => `${count} días`,
  kinds: {
    'first look': {
      name: 'una primera mirada',
      formula: 'desde que se puso a disposición; nadie de la agencia lo ha leído',
    },
    decision: { name: 'una decisión', formula: 'desde la primera lectura, o desde la última reapertura' },
    'hold ended': { name: 'una decisión, tras una espera', formula: 'desde el fin de la espera' },
    'second person': {
      name: 'a una segunda persona',
      formula: 'desde la decisión, por la regla de su propia agencia',
    },
    'answer to us': { name: 'la respuesta de su agencia a una oferta', formula: 'desde la oferta' },
    held: { name: 'el fin de una espera', formula: 'desde la decisión de esperar' },
    request: { name: 'respuesta a una petición', formula: 'desde la decisión de pedir' },
    'other agency': {
      name: 'la respuesta de otra agencia',
      formula: 'desde la oferta; hasta entonces es de su agencia',
    },
    affiliate: {
      name: 'a nadie aquí: con una afiliada',
      formula: 'desde que la afiliada aceptó; lo que decida es suyo',
    },
  },
  rows: 'Avisos, el más largo primero',
  rowsMax: (count) => `Se muestran ${count} como máximo; una exportación tiene más.`,
  none: 'Nada espera.',
  by: (name) => `por ${name}`,
  until: 'hasta',
  since: 'desde',
}
