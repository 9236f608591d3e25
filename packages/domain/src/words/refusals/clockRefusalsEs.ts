import type { Refusals } from './readRefusals.ts'

/** Clocks: letters and warrants that were recorded, operators' logs, an agency's own times, the calendar. */
export const clockRefusalsEs: Refusals = {
  'An agency has {count} times of its own at most.': 'Una agencia tiene {count} plazos propios como máximo.',
  'This time ends already.': 'Este plazo ya tiene fin.',
  'Your agency has no such time.': 'Su agencia no tiene ese plazo.',
  'There is no such calendar.': 'No existe ese calendario.',
  'This tip has no such record.': 'Este aviso no tiene ese registro.',
  'This record has ended already.': 'Este registro ya terminó.',
  'Only a warrant is returned.': 'Solo una orden se devuelve.',
  'An export holds {count} clocks at most. Choose one kind of clock.':
    'Una exportación admite {count} plazos como máximo. Elija un solo tipo de plazo.',
  // what operators keep
  'It cannot end before the day on which it begins.': 'No puede terminar antes del día en que empieza.',
  'A source cannot have been true on a day that is still to come.':
    'Una fuente no puede haber sido cierta en un día que aún no ha llegado.',
  '{network} is no network such as 198.51.100.0/24 or 2001:db8::/32.':
    '{network} no es una red como 198.51.100.0/24 o 2001:db8::/32.',
  'The table has {count} entries at most.': 'La tabla tiene {count} entradas como máximo.',
  'This entry ends already.': 'Esta entrada ya tiene fin.',
  'Your agency’s table has no such entry.': 'La tabla de su agencia no tiene esa entrada.',
  // letters and warrants
  'Say to whom, or which court.': 'Diga a quién, o qué tribunal.',
  'A letter is recorded once it was sent; this moment is still to come.':
    'Una carta se registra cuando ya se envió; ese momento aún no ha llegado.',
  'That is more than {count} days away.': 'Faltan más de {count} días para eso.',
  'A renewal names a first preservation letter that stands on this tip.':
    'Una renovación nombra una primera carta de conservación vigente en este aviso.',
  'A renewal is sent after the letter that it renews.':
    'Una renovación se envía después de la carta que renueva.',
  'A tip has {count} records of clocks at most.': 'Un aviso tiene {count} registros de plazos como máximo.',
}
