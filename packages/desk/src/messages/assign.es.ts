import type { assignEn } from './assign.en.ts'

/** Las palabras de a quién toca un aviso, en español. */
export const assignEs: typeof assignEn = {
  nobody: 'Todavía no es de nadie.',
  mine: 'Es suyo.',
  colleague: (name) => `Es de ${name}.`,
  take: 'Tomarlo yo',
  change: 'Asignar',
  whose: 'De quién es',
  none: 'De nadie',
  send: 'Asignarlo',
  cancel: 'Cancelar',
  sending: 'Enviando…',
}
