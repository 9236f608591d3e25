import type { Prompt } from './prompt.ts'

/** The moments that a clock tells, by the clock's name. What ends by a clock is somebody else's duty unless it says so. */
export const clockPrompts = {
  'provider hold ends': {
    kind: 'time',
    force: 'law',
    entry: 'usc-2258a-h',
    what: {
      en: 'When the provider’s duty to keep what it reported ends.',
      es: 'Cuándo termina el deber del proveedor de conservar lo que informó.',
    },
    why: {
      en: 'It binds the provider. Nothing is due from you; what was not asked for by then may be gone.',
      es: 'Obliga al proveedor. A usted no se le exige nada; lo que no se haya pedido para entonces puede haber desaparecido.',
    },
  },
} as const satisfies Record<string, Prompt>
