import type { Prompt } from './prompt.ts'

/** What a provider's engineer is asked on the provider's own pages. */
export const filingPrompts = {
  credential: {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'Of a provider’s engineer: what a credential is for, in which environment; with a rotation, for how many hours the old one works on.',
      es: 'A un ingeniero de un proveedor: para qué es una credencial y en qué entorno; en una rotación, cuántas horas sigue funcionando la anterior.',
    },
    why: {
      en: 'No law asks for a credential of this program. Making, rotating and revoking ask for a fresh proof of who does it, since whoever holds one files in the provider’s name.',
      es: 'Ninguna ley exige una credencial de este programa. Crear, rotar y revocar piden una prueba reciente de quién lo hace, porque quien la tenga presenta en nombre del proveedor.',
    },
  },
  sandbox: {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'Of a provider’s engineer: a document to check, and the password of a test credential to file it to test.',
      es: 'A un ingeniero de un proveedor: un documento que comprobar, y la contraseña de una credencial de prueba para presentarlo en prueba.',
    },
    why: {
      en: 'Nothing asks for it. Nothing of a check is kept, and what is filed to test never reaches an agency. Advice is about what the provider already holds: 18 U.S.C. 2258A(f) asks no provider to search.',
      es: 'Nada lo exige. De una comprobación no se guarda nada, y lo presentado en prueba nunca llega a una agencia. Los consejos tratan de lo que el proveedor ya tiene: 18 U.S.C. 2258A(f) no exige buscar a ningún proveedor.',
    },
  },
  'own reports kept': {
    kind: 'time',
    force: 'law',
    entry: 'usc-2258a-h',
    what: {
      en: 'To a provider’s engineer: until when the provider’s duty to preserve what it reported runs.',
      es: 'A un ingeniero de un proveedor: hasta cuándo dura el deber del proveedor de conservar lo que informó.',
    },
    why: {
      en: 'A completed submission counts as a request to preserve. An order or a letter may ask for longer; the provider’s counsel knows.',
      es: 'Un envío completo cuenta como petición de conservar. Una orden o una carta puede pedir más tiempo; lo sabe la asesoría del proveedor.',
    },
  },
} as const satisfies Record<string, Prompt>
