import type { Refusals } from './readRefusals.ts'

/** What an agency decides for itself: its rules, checklists and layer of law. */
export const agencyRuleRefusalsEs: Refusals = {
  // rules
  'This version is in force already.': 'Esta versión ya está en vigor.',
  'This version is past already.': 'Esta versión ya dejó de estar en vigor.',
  'This version is withdrawn already.': 'Esta versión ya se retiró.',
  'Your agency asks for a second person: who proposed it does not approve it.':
    'Su agencia pide una segunda persona: quien lo propuso no lo aprueba.',
  'A value of this rule {says}': 'Un valor de esta regla {says}',
  'is either true or false.': 'es sí o no (true o false).',
  'is a whole number from {count} to {most}.': 'es un número entero de {count} a {most}.',
  'is a list of some of: {choices}.': 'es una lista de algunos de estos: {choices}.',
  'Another change of this rule waits for a second person. Take that back first.':
    'Otro cambio de esta regla espera a una segunda persona. Retire antes ese cambio.',
  'There is no rule "{rule}".': 'No existe la regla «{rule}».',
  'Your agency has no such version of this rule.': 'Su agencia no tiene esa versión de la regla.',
  // checklists and the agency's layer of law
  'Your agency’s own rule ({citations}) asks for this first: {items}.':
    'La regla de su agencia ({citations}) pide esto antes: {items}.',
  'The text cannot be used: {count} problem(s), the first in line {line}.':
    'El texto no se puede usar. Problemas: {count}; el primero, en la línea {line}.',
  'line {line}, {place}: {says}': 'línea {line}, {place}: {says}',
  'Somebody has saved another version meanwhile. Read it, then save yours.':
    'Alguien guardó otra versión entretanto. Léala y guarde después la suya.',
  'There is no such item in a checklist of your agency.':
    'Ese punto no está en ninguna lista de comprobación de su agencia.',
  'An item is ticked and unticked {count} times at most.':
    'Un punto se marca y se desmarca {count} veces como máximo.',
  'There is no such entry in the legal pack.': 'Esa entrada no está entre las de Derecho.',
  'There is no such state, district or territory.': 'No existe ese estado, distrito o territorio.',
}
