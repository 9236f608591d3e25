import type { Refusals } from './readRefusals.ts'

/** The queue and a tip: reading, filtering, exporting, assigning, recording what is known from elsewhere. */
export const tipRefusalsEs: Refusals = {
  'There is no such tip in your queue.': 'Ese aviso no está en su cola.',
  'There is no such bundle of undecided tips in your queue.':
    'Ese lote de avisos sin decidir no está en su cola.',
  'The place to go on from (`after`) is not one that this queue gave.':
    'Desde ese lugar (`after`) no se puede seguir: no lo dio esta cola. Vuelva al principio de la lista.',
  'Since when is a moment in ISO 8601.': 'Indique desde cuándo como una hora ISO 8601.',
  'An export holds {count} tips at most. Narrow the list first.':
    'Una exportación admite {count} avisos como máximo. Reduzca antes la lista.',
  'An export holds {count} tips at most. Choose one kind of waiting.':
    'Una exportación admite {count} avisos como máximo. Elija un solo tipo de espera.',
  'There is no signal "{signal}".': 'No existe la señal «{signal}».',
  'You have {count} views already. Remove one first.': 'Ya tiene {count} vistas. Quite una antes.',
  'There is no such view of yours.': 'Usted no tiene esa vista.',
  'Nobody of that name works on tips at your agency.': 'Esa persona no trabaja con avisos en su agencia.',
  // links
  'Nothing stands of what was said of this link.': 'De lo que se dijo de este vínculo ya no rige nada.',
  'There is no such link that you may see.': 'No existe ese vínculo, o usted no puede verlo.',
  // what is known from elsewhere
  '"{signal}" is not something that an officer records.': '«{signal}» no es algo que registre un agente.',
  'A tip has {count} records at most.': 'Un aviso tiene {count} registros como máximo.',
  'This record was withdrawn already.': 'Este registro ya se retiró.',
}
