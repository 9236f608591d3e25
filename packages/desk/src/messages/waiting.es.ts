import { codeNamesEs } from '@opentipline/domain'
import type { waitingEn } from './waiting.en.ts'

const { waits } = codeNamesEs

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
      name: waits['first look'],
      formula: 'desde que se puso a disposición; nadie de la agencia lo ha leído',
    },
    decision: { name: waits.decision, formula: 'desde la primera lectura, o desde la última reapertura' },
    'hold ended': { name: waits['hold ended'], formula: 'desde el fin de la espera' },
    'second person': {
      name: waits['second person'],
      formula: 'desde la decisión, por la regla de su propia agencia',
    },
    'answer to us': { name: waits['answer to us'], formula: 'desde la oferta' },
    held: { name: waits.held, formula: 'desde la decisión de esperar' },
    request: { name: waits.request, formula: 'desde la decisión de pedir' },
    'other agency': {
      name: waits['other agency'],
      formula: 'desde la oferta; hasta entonces es de su agencia',
    },
    affiliate: {
      name: waits.affiliate,
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
