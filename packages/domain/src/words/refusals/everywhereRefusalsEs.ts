import type { Refusals } from './readRefusals.ts'

/** What any page can be told: who may, how often, and what is nobody's to ask. */
export const everywhereRefusalsEs: Refusals = {
  'There is nothing at {method} {address}.': 'No hay nada en {method} {address}.',
  'The body is nested deeper than {count} levels.': 'Lo enviado tiene más de {count} niveles de anidamiento.',
  'As {role} at {agency} you may not do this.': 'Su función en {agency}, «{role}», no permite hacer esto.',
  'Too many calls. The next one is taken after {count} s.':
    'Demasiadas peticiones. La próxima se atiende dentro de {count} s.',
  'This request was started by another site.': 'Otro sitio inició esta petición.',
  'This page marker is not one of ours. Read the first page again.':
    'Esta marca de página no es de aquí. Vuelva a leer desde la primera página.',
  'This is no place to go on from.':
    'Desde aquí no se puede seguir leyendo. Vuelva al principio de la lista.',
  'There is no such agency.': 'No existe esa agencia.',
  // days and periods
  '{day} is no day.': '{day} no es un día.',
  '{day} is no day of the calendar.': '{day} no es un día del calendario.',
  '{address} is no time of the calendar.': '{address} no es una hora del calendario.',
  'Give a date and time with its zone, such as 2026-11-22T10:00:00Z.':
    'Indique fecha y hora con su zona, por ejemplo 2026-11-22T10:00:00Z.',
  'The period ends before it begins.': 'El período termina antes de empezar.',
  'A period is {count} days at most.': 'Un período tiene {count} días como máximo.',
  '{quarter} has not begun. Ask for a quarter that has.':
    '{quarter} aún no ha empezado. Elija un trimestre que ya haya empezado.',
}
