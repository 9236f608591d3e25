import type { Refusals } from './readRefusals.ts'

/** What is said of one field of what was sent. It goes on from the field's name, which stands before it. */
export const placeRefusalsEs: Refusals = {
  'is empty': 'está vacío',
  'has no letters': 'no tiene letras',
  'is no day of the calendar': 'no es un día del calendario',
  'is before its first day': 'es anterior a su primer día',
  'is no moment': 'no es una hora',
  'is not before "to"': 'no es anterior a «to»',
  'is more than {count} days before "to"': 'es más de {count} días anterior a «to»',
  'is no quarter that has begun': 'no es un trimestre que haya empezado',
  'is more than {count}': 'es más de {count}',
  'is no state': 'no es un estado',
  'is no state or territory': 'no es un estado ni un territorio',
  'must be the postal code of a state, district or territory':
    'debe ser la abreviatura postal de un estado, distrito o territorio',
  'is nobody of your agency': 'no es nadie de su agencia',
  'is no colleague who works on tips': 'no es un colega que trabaje con avisos',
  'is not a signal of this version': 'no es una señal de esta versión',
  'is no name of a time zone, such as America/Chicago':
    'no es el nombre de una zona horaria, como America/Chicago',
  '{key} stands for {actions}': '{key} vale para dos cosas',
  'One of: {choices}.': 'Uno de: {choices}.',
}
