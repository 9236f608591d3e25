import type { Language } from '../../platform/preferences.ts'

type PastWords = {
  title: string
  about: string
  ask: string
  policy: string
  kept: string
  times: (count: number) => string
  never: string
  version: (name: string, version: number) => string
  standing: string
  read: string
  readNamed: (name: string, version: number) => string
  under: (name: string, version: number) => string
  keptAt: string
  workedOut: string
}

/** The words of the section, which come with it and not with the first page. */
export const pastWords: Record<Language, PastWords> = {
  en: {
    title: 'How it was judged before',
    about:
      'Every version of a policy that your agency can use, and when it judged this report. Nothing that was kept is ever overwritten. Each reading is recorded.',
    ask: 'Show the versions',
    policy: 'Policy',
    kept: 'Judged this report',
    times: (count) => (count === 1 ? 'once' : `${count} times, the last`),
    never: 'never; it can be worked out from what is known now',
    version: (name, version) => `${name}, version ${version}`,
    standing: 'the tip stands by it',
    read: 'Read',
    readNamed: (name, version) => `Read it under ${name}, version ${version}`,
    under: (name, version) => `Under ${name}, version ${version}`,
    keptAt: 'As it was kept',
    workedOut: 'This version never judged the report. It was worked out just now, and nothing of it is kept.',
  },
  es: {
    title: 'Cómo se valoró antes',
    about:
      'Cada versión de una política que su agencia puede usar, y cuándo valoró este informe. Nada de lo guardado se sobrescribe. Cada lectura queda registrada.',
    ask: 'Mostrar las versiones',
    policy: 'Política',
    kept: 'Valoró este informe',
    times: (count) => (count === 1 ? 'una vez' : `${count} veces, la última`),
    never: 'nunca; se puede calcular con lo que se sabe ahora',
    version: (name, version) => `${name}, versión ${version}`,
    standing: 'la que rige el aviso',
    read: 'Leer',
    readNamed: (name, version) => `Leerlo según ${name}, versión ${version}`,
    under: (name, version) => `Según ${name}, versión ${version}`,
    keptAt: 'Como se guardó',
    workedOut: 'Esta versión nunca valoró el informe. Se acaba de calcular, y nada de ello se guarda.',
  },
}
