import type { Prompt } from './prompt.ts'

/** What is asked around opening a file. */
export const filePrompts = {
  'opening a file': {
    kind: 'asked',
    force: 'choice',
    what: {
      en: 'What a file is opened for, in a word and in a sentence, and a fresh proof of who opens it.',
      es: 'Para qué se abre un archivo, en una palabra y en una frase, y una prueba reciente de quién lo abre.',
    },
    why: {
      en: 'Whether a file may be opened at all is law, and the gate says how far it goes. The reason is kept so that each opening can be explained later; nothing in the product needs a file to be opened.',
      es: 'Si un archivo puede abrirse lo dice la ley, y la puerta dice hasta dónde. El motivo se guarda para poder explicar cada apertura después; nada en el programa necesita que se abra un archivo.',
    },
  },
  'authority for a file': {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'A warrant, consent, exigency or counsel’s reading for one file, with what each needs to be found again.',
      es: 'Una orden, un consentimiento, una urgencia o una lectura de asesoría para un archivo, con lo necesario para encontrarla.',
    },
    why: {
      en: 'Nobody has to record one. Where the gate is not open, the file stays closed without it.',
      es: 'Nadie tiene que registrarla. Donde la puerta no está abierta, el archivo queda cerrado sin ella.',
    },
  },
  'own settings': {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'Language, appearance, rows, time zone and keys of your own desk.',
      es: 'Idioma, aspecto, filas, zona horaria y teclas de su propio escritorio.',
    },
    why: { en: 'Yours alone to choose. Nothing asks for it.', es: 'Solo usted lo elige. Nada lo exige.' },
  },
  'how files are shown': {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'Blur, grey and sound of what you open, and after how long a pause is suggested.',
      es: 'Desenfoque, grises y sonido de lo que abre, y tras cuánto tiempo se sugiere una pausa.',
    },
    why: {
      en: 'Yours alone to choose. Research on blur and grey does not agree that they help; not opening a file does.',
      es: 'Solo usted lo elige. Los estudios sobre desenfoque y grises no coinciden en que ayuden; no abrir el archivo, sí.',
    },
  },
  'incident closed': {
    kind: 'asked',
    force: 'choice',
    what: {
      en: 'At the clearinghouse: what was done about stored evidence that is not what was received.',
      es: 'En el centro de recepción: qué se hizo con una evidencia guardada que no es lo que se recibió.',
    },
    why: {
      en: 'An incident is closed by a person who says so, never by itself.',
      es: 'Un incidente lo cierra una persona que lo dice, nunca solo.',
    },
  },
} as const satisfies Record<string, Prompt>
