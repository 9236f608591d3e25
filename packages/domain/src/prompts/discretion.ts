import type { Prompt } from './prompt.ts'

/** What is asked where discretion is shared: between persons of an agency, and between agencies. */
export const discretionPrompts = {
  countersign: {
    kind: 'asked',
    force: 'agency policy',
    what: {
      en: 'A second person’s agreement to a decision, or a reason why not.',
      es: 'El acuerdo de una segunda persona con una decisión, o un motivo de que no.',
    },
    why: {
      en: 'Only where your agency’s own rule asks for a second person. The program starts without that rule.',
      es: 'Solo donde una regla propia de su agencia pide una segunda persona. El programa empieza sin esa regla.',
    },
  },
  'referral returned': {
    kind: 'asked',
    force: 'choice',
    what: {
      en: 'A reason from the published list when a referral is returned; with “another reason” a note.',
      es: 'Un motivo de la lista publicada al devolver una remisión; con «otro motivo», una nota.',
    },
    why: {
      en: 'Nobody has to accept a referral, or to answer it by a time. The other agency reads why it came back.',
      es: 'Nadie tiene que aceptar una remisión ni responderla en un plazo. La otra agencia lee por qué volvió.',
    },
  },
  'offer withdrawn': {
    kind: 'asked',
    force: 'choice',
    what: {
      en: 'A reason when an offer to another agency is taken back.',
      es: 'Un motivo al retirar una oferta a otra agencia.',
    },
    why: {
      en: 'The other agency may have begun to read it. The reason stands in the chain that both see.',
      es: 'La otra agencia puede haber empezado a leerlo. El motivo figura en la cadena que ven ambas.',
    },
  },
  'agency rule': {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'A rule of your agency about itself (a second person, how long somebody is shown to be on a tip), and why.',
      es: 'Una regla de su agencia sobre sí misma (segunda persona, cuánto se muestra que alguien está en un aviso), y por qué.',
    },
    why: {
      en: 'Nothing asks for one. What your agency sets is then agency policy, and is shown as that.',
      es: 'Nada la exige. Lo que su agencia fija es entonces política de la agencia, y se muestra como tal.',
    },
  },
  'own reason': {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'A reason of your agency’s own, beside the published ones.',
      es: 'Un motivo propio de su agencia, junto a los publicados.',
    },
    why: {
      en: 'Nothing asks for one. It stays readable on decisions that named it.',
      es: 'Nada lo exige. Sigue legible en las decisiones que lo nombraron.',
    },
  },
  'saved view': {
    kind: 'offered',
    force: 'choice',
    what: { en: 'A name for a view of the queue.', es: 'Un nombre para una vista de la cola.' },
    why: {
      en: 'Nothing asks for one. It only keeps your filters.',
      es: 'Nada lo exige. Solo guarda sus filtros.',
    },
  },
  'new device': {
    kind: 'asked',
    force: 'choice',
    what: {
      en: 'A name for a passkey or a device when one is added, and a proof of who adds it.',
      es: 'Un nombre para una llave o un dispositivo al añadirlo, y una prueba de quién lo añade.',
    },
    why: {
      en: 'So that nobody else adds a way in. A standard asks for more than one factor (CJIS Security Policy, IA-2); whom it binds depends on agreements.',
      es: 'Para que nadie más añada una entrada. Una norma pide más de un factor (CJIS Security Policy, IA-2); a quién obliga depende de acuerdos.',
    },
  },
} as const satisfies Record<string, Prompt>
