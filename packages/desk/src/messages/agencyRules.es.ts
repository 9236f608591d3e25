import type { agencyRulesEn } from './agencyRules.en.ts'

/** Las palabras de la página de reglas de la agencia en español. */
export const agencyRulesEs: typeof agencyRulesEn = {
  title: 'Ajustes de la agencia',
  lead: 'Reglas que su agencia se da a sí misma. Cada una es política de la agencia: obliga porque su agencia lo dice, y ninguna ley lo dice. Cada cambio se guarda con quién lo hizo, cuándo y por qué.',
  rules: {
    'policies-second-person': {
      title: 'Una segunda persona para las políticas de triaje',
      about: 'Alguien distinto de quien la escribió debe activar una política.',
    },
    'rules-second-person': {
      title: 'Una segunda persona para estas reglas',
      about: 'Un cambio en esta página espera hasta que un supervisor u otro administrador lo apruebe.',
    },
    'countersign-kinds': {
      title: 'Decisiones que esperan a una segunda persona',
      about:
        'Una decisión de las clases elegidas aquí espera hasta que un colega esté de acuerdo. Hasta entonces no surte efecto, y quien decidió puede seguir trabajando.',
    },
    'countersign-top-bands': {
      title: 'Bandas para las que se pide una segunda persona',
      about:
        'Solo para avisos en tantas de las bandas más altas de la política en vigor. 0 la pide para todas. Sin clases elegidas arriba no pide nada.',
    },
    'openings-a-day': {
      title: 'Archivos que una persona puede abrir al día',
      about:
        'El siguiente se rechaza hasta medianoche UTC, o hasta que una persona supervisora lo levante para esa persona y ese día. Nadie más ve la cuenta.',
    },
    'lease-minutes': {
      title: 'Cuánto tiempo dice abrir un aviso que alguien está con él',
      about:
        'Los demás ven quién está con un aviso, y pueden leerlo igualmente. Termina solo tras tantos minutos sin trabajo en él.',
    },
    'sampling-percent': {
      title: 'Relectura: parte que se sortea',
      about:
        'De los avisos declinados o situados abajo se sortea tal porcentaje para que una segunda persona los relea. 0 no sortea nada. Ninguna ley lo pide.',
    },
    'sampling-from': {
      title: 'Relectura: de dónde se sortea',
      about:
        'Avisos declinados, y los no decididos de los carriles elegidos aquí. Cada cosa es un conjunto aparte.',
    },
    'sampling-top-bands': {
      title: 'Relectura: bandas que quedan fuera',
      about: 'Los avisos no decididos de tantas de las bandas más altas no están abajo, y no se sortean.',
    },
    'sampling-days': {
      title: 'Relectura: antigüedad del aviso',
      about: 'Días desde que se declinó, o desde que se puso a disposición, antes de poder sortearse.',
    },
    'sampling-most': {
      title: 'Relectura: máximo de un sorteo',
      about: 'De un conjunto se sortean tantos como máximo, sea cual sea la parte.',
    },
  },
  force: 'Política de la agencia',
  holds: 'Rige ahora',
  on: 'Sí',
  off: 'No, apagada',
  nothingChosen: 'Ninguna',
  choices: {
    pursue: 'Asumir',
    decline: 'Declinar',
    refer: 'Remitir',
    hold: 'Esperar',
    request: 'Pedir',
    declined: 'Avisos declinados',
    work: 'No decididos, carril Trabajar',
    enrich: 'No decididos, carril Completar',
    informational: 'No decididos, carril Informativo',
  },
  units: {
    'openings-a-day': (count) => (count === 0 ? 'Sin límite' : `${count} al día`),
    'lease-minutes': (count) => `${count} minutos`,
    'sampling-percent': (count) => (count === 0 ? 'No se sortea nada' : `el ${count} %`),
    'sampling-top-bands': (count) =>
      count === 0 ? 'Ninguna' : count === 1 ? 'La banda más alta' : `Las ${count} bandas más altas`,
    'sampling-days': (count) => (count === 1 ? '1 día' : `${count} días`),
    'sampling-most': (count) => (count === 1 ? '1 aviso' : `${count} avisos`),
    'countersign-top-bands': (count) =>
      count === 0 ? 'Todas las bandas' : count === 1 ? 'La banda más alta' : `Las ${count} bandas más altas`,
  },
  start: (value) => `Su agencia no ha fijado nada; el programa empieza con: ${value}.`,
  setBy: (name) => `fijada por ${name}`,
  approvedBy: (name) => `aprobada por ${name}`,
  since: 'desde',
  until: 'hasta',
  change: 'Cambiar',
  changeNamed: (title) => `Cambiar: ${title}`,
  newValue: 'Nuevo valor',
  range: (min, max) => `Un número entero de ${min} a ${max}.`,
  notInRange: (min, max) => `Introduzca un número entero de ${min} a ${max}.`,
  save: 'Fijar esta regla',
  propose: 'Proponer este cambio',
  saved: 'Rige desde ahora.',
  proposedNow: 'Propuesto. Rige cuando una segunda persona lo apruebe.',
  waits: 'Espera a una segunda persona',
  approve: 'Aprobar',
  takeBack: 'Retirar',
  approvedNow: 'Aprobado. Rige desde ahora.',
  takenBackNow: 'Retirado. Lo que regía sigue.',
  ownProposal: 'Otra persona tiene que aprobar lo que usted propuso.',
  earlier: (count) => (count === 1 ? '1 versión' : `${count} versiones`),
  states: { proposed: 'Propuesta', 'in force': 'En vigor', past: 'Pasada', withdrawn: 'Retirada' },
  sending: 'Enviando…',
}
