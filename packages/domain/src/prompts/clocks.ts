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
  'preservation by letter ends': {
    kind: 'time',
    force: 'law',
    entry: 'usc-2703-f',
    what: {
      en: 'When the hold by a preservation letter that somebody said was sent ends.',
      es: 'Cuándo termina la conservación por una carta que alguien dijo haber enviado.',
    },
    why: {
      en: 'It binds the provider. Nothing is due from you; a renewal sent before extends it once.',
      es: 'Obliga al proveedor. A usted no se le exige nada; una renovación enviada antes la prolonga una vez.',
    },
  },
  'warrant is to be returned': {
    kind: 'time',
    force: 'law',
    entry: 'frcrp-41-f',
    what: {
      en: 'By when a warrant that somebody recorded is to be returned.',
      es: 'Para cuándo debe devolverse una orden judicial que alguien registró.',
    },
    why: {
      en: 'The warrant’s own words decide; the record here is a reminder of them.',
      es: 'Deciden las palabras de la propia orden; lo registrado aquí es un recordatorio.',
    },
  },
  'operator’s log of an address ends': {
    kind: 'time',
    force: 'choice',
    what: {
      en: 'Until when an operator may still have the log of an address, by your agency’s own table.',
      es: 'Hasta cuándo un operador puede tener aún el registro de una dirección, según la tabla de su agencia.',
    },
    why: {
      en: 'No law sets it and nothing is due. What is gone by then can no longer be asked for.',
      es: 'Ninguna ley lo fija y nada vence. Lo que haya desaparecido ya no podrá pedirse.',
    },
  },
  'hold ends': {
    kind: 'time',
    force: 'choice',
    what: {
      en: 'When a tip that somebody held comes back.',
      es: 'Cuándo vuelve un aviso que alguien dejó en espera.',
    },
    why: {
      en: 'The person who held it chose the day. It comes back by itself; nobody has to do anything.',
      es: 'Eligió el día quien lo dejó en espera. Vuelve por sí mismo; nadie tiene que hacer nada.',
    },
  },
  'agency time': {
    kind: 'time',
    force: 'agency policy',
    what: {
      en: 'A time that your agency set itself, from when a tip is made available until it is decided.',
      es: 'Un plazo que su agencia se fijó, desde que un aviso se pone a disposición hasta que se decide.',
    },
    why: {
      en: 'Only where your agency set one, with the rule it rests on. It comes without any.',
      es: 'Solo donde su agencia fijó uno, con la regla en que se apoya. Viene sin ninguno.',
    },
  },
} as const satisfies Record<string, Prompt>
