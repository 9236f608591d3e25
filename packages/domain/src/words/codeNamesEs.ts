import type { CodeNames } from './codeNamesEn.ts'

/** The same in Spanish. */
export const codeNamesEs: CodeNames = {
  decisions: {
    pursue: 'Investigar',
    decline: 'Declinar',
    refer: 'Remitir',
    hold: 'Esperar',
    request: 'Pedir',
  },
  states: {
    open: 'Abierto',
    pursued: 'En investigación',
    declined: 'Declinado',
    referred: 'Remitido',
    held: 'En espera',
    requested: 'Se pidió más',
    offered: 'Ofrecido, aún no aceptado',
    returned: 'Devuelto',
    waiting: 'Espera a una segunda persona',
  },
  lanes: {
    now: 'Ahora',
    work: 'Trabajar',
    enrich: 'Completar',
    informational: 'Informativos',
    held: 'En espera',
    done: 'Decididos',
  },
  waits: {
    'first look': 'una primera mirada',
    decision: 'una decisión',
    'hold ended': 'una decisión, tras una espera',
    'second person': 'a una segunda persona',
    'answer to us': 'la respuesta de su agencia a una oferta',
    held: 'el fin de una espera',
    request: 'respuesta a una petición',
    'other agency': 'la respuesta de otra agencia',
    affiliate: 'a nadie aquí: con una afiliada',
  },
  labels: { referral: 'Remisión', informational: 'Informativo' },
  results: {
    arrest: 'Detención',
    'child-identified': 'Menor identificado',
    'under-investigation': 'En investigación',
    'referred-elsewhere': 'Remitido a otra parte',
    'no-offence-here': 'Cerrado: sin delito aquí',
    'not-enough-information': 'Cerrado: información insuficiente',
    'nobody-identified': 'Cerrado: nadie identificado',
  },
  caseStates: { open: 'Abierto', closed: 'Cerrado' },
  clockKinds: {
    'provider hold': 'Conservación del proveedor',
    'preservation letter': 'Carta de conservación',
    'log window': 'Registro del operador',
    'warrant return': 'Devolución de orden',
    'hold until': 'Espera de un aviso',
    'agency time': 'Plazo propio de la agencia',
  },
  clockNames: {
    'provider hold ends': 'Termina la conservación del proveedor',
    'preservation by letter ends': 'Termina la conservación por carta',
    'operator’s log of an address ends': 'Termina el registro del operador de una dirección',
    'warrant is to be returned': 'Hay que devolver la orden',
    'hold ends': 'Termina la espera',
  },
  clockWhats: { lost: 'Puede perderse', due: 'Vence', returns: 'Vuelve' },
  certainty: { certain: 'seguro', uncertain: 'no seguro' },
  forces: {
    law: 'Ley',
    'agency policy': 'Política de la agencia',
    guidance: 'Orientación',
    discretion: 'Criterio',
  },
  measures: {
    'received to available': {
      name: 'De recibido a disponible',
      formula: 'Disponible aquí, menos el momento en que el proveedor terminó el informe.',
    },
    'available to first read': {
      name: 'De disponible a primera lectura',
      formula: 'Primera lectura por alguien de la agencia (del registro), menos disponible.',
    },
    'available to first decision': {
      name: 'De disponible a primera decisión',
      formula: 'Primera decisión que surtió efecto y sigue vigente, menos disponible.',
    },
    'pursued to outcome': {
      name: 'De investigar a resultado',
      formula: 'Primer resultado vigente, menos la primera decisión de investigar.',
    },
    'open and waiting now': {
      name: 'Abiertos y esperando ahora',
      formula: 'Ahora, menos disponible, de los avisos aún abiertos.',
    },
  },
  ledgerWhat: {
    'investigations initiated': 'Investigaciones iniciadas (decisiones de investigar)',
    'referred to another agency': 'Remitidos a otra agencia',
    declined: 'Declinados',
    'arrests told': 'Resultados que hablan de una detención',
    'children identified told': 'Resultados que hablan de un menor identificado',
  },
  caveats: {
    'not prevalence':
      'Una cuenta de avisos no es una cuenta de delitos, de menores, de archivos ni de casos. El centro de EE. UU. dice lo mismo de las suyas.',
    bundling:
      'Desde 2024 muchos informes de un material muy difundido pueden llegar como uno. Las cuentas de antes y después no se comparan.',
    'voluntary outcomes':
      'Los resultados se dan por elección. Lo que nadie dijo se cuenta como «ninguno dado» y no significa nada más.',
    'arrests are not convictions':
      'Una detención es lo que alguien dijo de un aviso. Varios avisos pueden hablar de una sola detención.',
    'place is where an address points':
      'Un condado es adonde apunta el mejor lugar conocido de un informe, a menudo una dirección de internet. No es donde ocurrió un delito.',
    'form not public':
      'El formulario nacional vigente no es público. Son las cuentas que nombra la ley, hasta donde este programa puede saberlas.',
  },
}
