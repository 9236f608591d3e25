import type { Messages } from './en.ts'

/** The words of signing in, the lock, and people and access, in Spanish. */
export const peopleEs: Messages['people'] = {
  proveTitle: '¿Es usted?',
  proveLead: 'Esto pide una prueba reciente de quién es usted. Vale durante cinco minutos.',
  proveDemo:
    'Esto es una demostración: aquí no se prueba nada. Fuera de ella usaría su llave de acceso o el inicio de sesión de su agencia.',
  goOnAs: (name: string) => `Continuar como ${name}`,
  lockedTitle: 'Bloqueado',
  lockedLead: (name: string, agency: string) =>
    `${name}, ${agency}. Lo que estaba haciendo sigue aquí y nadie puede verlo. Demuestre quién es para continuar.`,
  lockedSignOut: 'Cerrar la sesión; lo que no se guardó se pierde',
  lock: 'Bloquear el puesto',
}
