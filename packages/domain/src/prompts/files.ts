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
  'file destruction': {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'For a proposal to destroy a file: the order, or the retention rule, and the legal basis as you state it.',
      es: 'Para proponer que se destruya un archivo: la orden o la regla de conservación, y el fundamento legal como usted lo expresa.',
    },
    why: {
      en: 'Nothing here asks you to destroy anything. If an order or a rule does, it is your statement of it that the certificate repeats; the program does not check whether it binds.',
      es: 'Nada aquí le pide destruir nada. Si una orden o una regla lo hace, el certificado repite lo que usted declara; el programa no comprueba si obliga.',
    },
  },
  'file destruction decided': {
    kind: 'asked',
    force: 'choice',
    what: {
      en: 'A reason, and a fresh proof of who you are, when you decide that a file be destroyed or not.',
      es: 'Un motivo, y una prueba reciente de quién es usted, al decidir si un archivo se destruye.',
    },
    why: {
      en: 'There is no way back, so that one person alone cannot do it; the reason is read by whoever asks later.',
      es: 'No hay vuelta atrás, por eso una persona sola no puede hacerlo; el motivo lo leerá quien pregunte después.',
    },
  },
  'ledger review': {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'For an auditor: up to which entry the log was reviewed, and what was noticed.',
      es: 'Para quien audita: hasta qué entrada se revisó el registro, y qué se observó.',
    },
    why: {
      en: 'A standard asks for it weekly (CJIS Security Policy, AU-6), and no law does. Nothing waits for it.',
      es: 'Una norma lo pide cada semana (CJIS Security Policy, AU-6), y ninguna ley. Nada espera por ello.',
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
