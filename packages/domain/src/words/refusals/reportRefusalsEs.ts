import type { Refusals } from './readRefusals.ts'

/** Reports at the clearinghouse: importing, routing, reviewing, correcting a place. */
export const reportRefusalsEs: Refusals = {
  'There is no such report that you may see.': 'No existe ese informe, o usted no puede verlo.',
  'This report has not been assessed yet. Try again in a moment.':
    'Este informe aún no se ha valorado. Inténtelo de nuevo en un momento.',
  'There is no such report that has been judged.': 'No existe ese informe, o aún no se ha valorado.',
  // importing
  'This is not a law-enforcement JSON that can be read. Nothing was stored.':
    'Esto no es un JSON policial que pueda leerse. No se guardó nada.',
  'Send the document itself as the body of the request.':
    'Envíe el propio documento como cuerpo de la petición.',
  // routing
  'This report is not waiting to be routed.': 'Este informe no espera destino.',
  'This report does not wait any longer: somebody else has routed it.':
    'Este informe ya no espera: otra persona lo dirigió.',
  'This report is not stuck.': 'Este informe no está atascado.',
  'Give a ZIP code, a county, a town with its state, a state or a country.':
    'Dé un código postal, un condado, una población con su estado, un estado o un país.',
  'Name the state or territory by its abbreviation.': 'Indique el estado o territorio por su abreviatura.',
  // reviewing
  'There is no such link between two reports.': 'No existe ese vínculo entre dos informes.',
  'No two reports here share such an item.': 'Aquí no hay dos informes que compartan eso.',
}
