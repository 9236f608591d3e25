import type { Refusals } from './readRefusals.ts'

/** Affiliates: agencies below an agency. */
export const affiliateRefusalsEs: Refusals = {
  'It is entered already for some of these days, by you or by another agency.':
    'Ya está anotada para algunos de estos días, por su agencia o por otra.',
  'Only a sub-agency can be led by another: this one has an area of its own on the map.':
    'Solo una subagencia puede estar dirigida por otra: esta tiene un área propia en el mapa.',
  'It leads your agency: nobody is below themselves.':
    'Dirige a su agencia: nadie está por debajo de sí mismo.',
  'A tree of agencies is four levels deep at most.': 'Un árbol de agencias tiene cuatro niveles como máximo.',
  'There is an agency of that name under yours already. Choose it from the list.':
    'Ya hay una agencia con ese nombre por debajo de la suya. Elíjala en la lista.',
  'Nobody is below themselves.': 'Nadie está por debajo de sí mismo.',
  '"{state}" is no state.': '«{state}» no es un estado.',
  'What holds of it begins later than this day. Choose a later one.':
    'Lo que rige para ella empieza después de este día. Elija uno posterior.',
  'The name needs letters.': 'El nombre necesita letras.',
  'It is ended already.': 'Ya está terminada.',
  'It cannot end before its first day.': 'No puede terminar antes de su primer día.',
  'Your agency has no such entry.': 'Su agencia no tiene esa anotación.',
}
