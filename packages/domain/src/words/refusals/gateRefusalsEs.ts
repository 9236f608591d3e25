import type { Refusals } from './readRefusals.ts'

/** Why the legal gate of a file is not open. Cases and statutes in it stay as they are cited. */
export const gateRefusalsEs: Refusals = {
  'warrant needed: {says}': 'Hace falta orden judicial. {says}',
  'unsettled: {says}': 'No está resuelto si hace falta orden judicial. {says}',
  'In {court}: {answer} ({citations}).': 'En {court}: {answer} ({citations}).',
  'In {court} it is not settled ({citations}).': 'En {court} no está resuelto ({citations}).',
  'For {court} the pack has no entry that answers.':
    'Para {court} el fondo no tiene ninguna entrada que responda.',
  'In {court} the entries disagree ({citations}).': 'En {court} las entradas no coinciden ({citations}).',
  'No federal circuit takes in {state}.': 'Ningún circuito federal incluye {state}.',
  'In {court} no warrant is needed for a file whose hash is stated to match known material ({citations}). What is stated of this file does not meet that.':
    'En {court} no hace falta orden para un archivo cuyo hash consta que coincide con material conocido ({citations}). Lo indicado de este archivo no lo cumple.',
  '{citation} is to be verified by counsel. Until somebody has seen its words it opens nothing.':
    '{citation} está por verificar por asesoría jurídica. Hasta que alguien haya visto sus palabras no abre nada.',
  'Whether a person at the provider viewed the file is not stated. That is treated no better than not viewed, and opens nothing.':
    'No se indica si una persona del proveedor vio el archivo. Eso no se trata mejor que no visto, y no abre nada.',
  'A person at the provider viewed another file with a matching hash, not this one. That counts only where a court has said so.':
    'Una persona del proveedor vio otro archivo con un hash coincidente, no este. Eso cuenta solo donde un tribunal lo ha dicho.',
  'The file is stated to have been publicly available. No entry of the pack says what follows from that.':
    'Consta que el archivo estuvo a disposición del público. Ninguna entrada dice qué se sigue de ello.',
  'Neither of the two courts that may hear the case has settled it.':
    'Ninguno de los dos tribunales que pueden conocer del caso lo ha resuelto.',
  'Both courts that may hear the case give the same answer: {answer}.':
    'Los dos tribunales que pueden conocer del caso responden lo mismo: {answer}.',
  'The state court and the federal court that may hear the case disagree. Unless it is certain which will, ask for a warrant or for counsel.':
    'El tribunal estatal y el federal que pueden conocer del caso no coinciden. Si no es seguro cuál lo hará, pida una orden o consulte a asesoría.',
  'One of the two courts that may hear the case asks for a warrant, and the other does not say that none is needed.':
    'Uno de los dos tribunales que pueden conocer del caso pide una orden, y el otro no dice que no haga falta.',
  'At least one of the two courts that may hear the case has not settled it, and neither asks for a warrant.':
    'Al menos uno de los dos tribunales que pueden conocer del caso no lo ha resuelto, y ninguno pide una orden.',
  'Only the court that the agency has set as its forum was asked.':
    'Solo se preguntó al tribunal que la agencia fijó como su foro.',
  "The agency's own rule asks for more: {answer} ({citations}).":
    'La regla propia de la agencia pide más: {answer} ({citations}).',
  'The forum of the agency (its state and federal circuit) is not set, so no court can be asked.':
    'El foro de la agencia (su estado y circuito federal) no está fijado; no se puede preguntar a ningún tribunal.',
}
