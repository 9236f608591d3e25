/** The published reasons of decisions: a versioned list, in English and Spanish. */
import { type DecisionKind, decisionKinds } from './tips.ts'

/** Rises whenever a reason is added or its words change; a decision keeps the version it was made under. */
export const reasonListVersion = 1

export type Reason = { code: string; words: string; es: string }

/** By decision. A code is stable; its words may be reworded. An agency may add reasons of its own beside them. */
export const decisionReasons = {
  pursue: [
    {
      code: 'child-at-risk',
      words: 'A child may be at risk now',
      es: 'Un menor puede estar en peligro ahora',
    },
    {
      code: 'child-identifiable',
      words: 'A child may be identified or reached',
      es: 'Se puede identificar o localizar a un menor',
    },
    {
      code: 'subject-known',
      words: 'The subject is known or in a position of trust',
      es: 'La persona es conocida o tiene un puesto de confianza',
    },
    {
      code: 'evidence-sufficient',
      words: 'The evidence in hand is enough to work with',
      es: 'Las pruebas disponibles bastan para trabajar',
    },
    {
      code: 'linked-case',
      words: 'It belongs to a case we work already',
      es: 'Pertenece a un caso que ya trabajamos',
    },
    { code: 'other', words: 'Another reason, in the note', es: 'Otro motivo, en la nota' },
  ],
  decline: [
    {
      code: 'no-crime-apparent',
      words: 'No offence is apparent from what was reported',
      es: 'De lo informado no se desprende un delito',
    },
    {
      code: 'not-enough-information',
      words: 'There is not enough to find a person or place',
      es: 'No hay lo suficiente para hallar a una persona o un lugar',
    },
    {
      code: 'outside-area',
      words: 'Nothing ties it to our area, and nobody to refer it to',
      es: 'Nada lo une a nuestra zona, ni hay a quién remitirlo',
    },
    {
      code: 'viral-or-meme',
      words: 'Widely shared or meme material, no aggravating fact',
      es: 'Material muy difundido o meme, sin agravante',
    },
    { code: 'duplicate', words: 'Already worked under another tip', es: 'Ya se trabaja con otro aviso' },
    {
      code: 'evidence-expired',
      words: 'The records needed no longer exist',
      es: 'Los registros necesarios ya no existen',
    },
    {
      code: 'resources',
      words: 'Other tips come first with the people we have',
      es: 'Otros avisos van antes con el personal que tenemos',
    },
    { code: 'other', words: 'Another reason, in the note', es: 'Otro motivo, en la nota' },
  ],
  refer: [
    {
      code: 'subject-in-their-area',
      words: 'The subject appears to be in their area',
      es: 'La persona parece estar en su zona',
    },
    {
      code: 'child-in-their-area',
      words: 'The child appears to be in their area',
      es: 'El menor parece estar en su zona',
    },
    { code: 'they-work-it', words: 'They work a linked case', es: 'Trabajan un caso enlazado' },
    { code: 'their-competence', words: 'It is of a kind that they handle', es: 'Es de los que ellos tratan' },
    { code: 'other', words: 'Another reason, in the note', es: 'Otro motivo, en la nota' },
  ],
  hold: [
    {
      code: 'await-answer',
      words: 'Waiting for an answer or records',
      es: 'Se espera una respuesta o registros',
    },
    { code: 'await-legal-process', words: 'Waiting for legal process', es: 'Se espera un trámite judicial' },
    { code: 'deconfliction', words: 'Another agency may be active', es: 'Otra agencia puede estar activa' },
    { code: 'other', words: 'Another reason, in the note', es: 'Otro motivo, en la nota' },
  ],
  request: [
    {
      code: 'source-port',
      words: 'Source port and exact time of a shared address',
      es: 'Puerto de origen y hora exacta de una dirección compartida',
    },
    {
      code: 'conversation',
      words: 'The conversation, where the provider already holds it',
      es: 'La conversación, si el proveedor ya la conserva',
    },
    { code: 'view-state', words: 'Whether a person viewed the file', es: 'Si una persona vio el archivo' },
    {
      code: 'account-details',
      words: 'Account details the provider already holds',
      es: 'Datos de la cuenta que el proveedor ya conserva',
    },
    { code: 'linked-reports', words: 'Reports linked to this one', es: 'Informes enlazados con este' },
    { code: 'other', words: 'Something else, in the note', es: 'Otra cosa, en la nota' },
  ],
} as const satisfies Record<DecisionKind, readonly Reason[]>

/** Why an agency gives back what another offered or referred to it. */
export const returnReasons = [
  { code: 'not-our-area', words: 'It is not in our area', es: 'No es de nuestra zona' },
  { code: 'not-our-kind', words: 'It is not of a kind that we handle', es: 'No es de los que tratamos' },
  { code: 'nobody-free', words: 'We have nobody for it now', es: 'No tenemos a nadie para ello ahora' },
  { code: 'worked-elsewhere', words: 'It is worked under another tip', es: 'Se trabaja con otro aviso' },
  { code: 'worked-as-far', words: 'We worked it as far as we can', es: 'Lo trabajamos hasta donde pudimos' },
  { code: 'other', words: 'Another reason, in the note', es: 'Otro motivo, en la nota' },
] as const satisfies readonly Reason[]

/** A code of an agency's own reason starts with this, and with no published one. */
export const ownReasonPrefix = 'own-'

/** The words of a published reason, or undefined where the code is not published for that decision. */
export const publishedWords = (
  kind: DecisionKind,
  code: string,
  language: 'en' | 'es',
): string | undefined => {
  const list: readonly Reason[] = decisionReasons[kind]
  const found = list.find((reason) => reason.code === code)
  return found && (language === 'es' ? found.es : found.words)
}

/** All of them with their decision, in the order of the list. */
export const publishedReasons = (): { kind: DecisionKind; reason: Reason }[] =>
  decisionKinds.flatMap((kind) => {
    const list: readonly Reason[] = decisionReasons[kind]
    return list.map((reason) => ({ kind, reason }))
  })
