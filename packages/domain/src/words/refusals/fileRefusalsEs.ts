import type { Refusals } from './readRefusals.ts'

/** Files: opening them, the authority for it, incidents, and destroying them. The gate's own reasons stand in `gateRefusalsEs`. */
export const fileRefusalsEs: Refusals = {
  'This tip has no such file.': 'Este aviso no tiene ese archivo.',
  // opening
  'No bytes of this file are here: there is nothing to open.':
    'Aquí no hay bytes de este archivo: no hay nada que abrir.',
  'It was destroyed at {time}.': 'Fue destruido el {time}.',
  'You have not opened such a file in the last minutes.':
    'No ha abierto ese archivo en los últimos minutos. Ábralo de nuevo.',
  'The file has {size} bytes.': 'El archivo tiene {size} bytes.',
  'Found: mismatch.': 'Se halló que no es lo que se recibió.',
  'Found: missing.': 'Se halló que falta en el almacén.',
  'Found: key refused.': 'Se halló que su clave no lo abre.',
  'Agency policy: {count} a day (UTC).': 'Política de la agencia: {count} al día (UTC).',
  'Your agency has no such person.': 'Esa persona no es de su agencia.',
  'Nobody lifts it for themselves: another supervisor does.':
    'Nadie lo levanta para sí: lo hace otra persona supervisora.',
  'It is lifted for today already.': 'Ya está levantado por hoy.',
  // the authority to open
  'A tip has {count} authorities at most.': 'Un aviso tiene {count} autorizaciones como máximo.',
  'There is no such authority for this file.': 'Este archivo no tiene esa autorización.',
  'This authority was withdrawn already.': 'Esta autorización ya se retiró.',
  'A warrant is recorded with it.': 'Hace falta para registrar una orden.',
  'A consent is recorded with it.': 'Hace falta para registrar un consentimiento.',
  'A exigency is recorded with it.': 'Hace falta para registrar una urgencia.',
  'A counsel reading is recorded with it.': 'Hace falta para registrar una lectura de la asesoría.',
  'There is no such day.': 'Ese día no existe.',
  // incidents
  'There is no such incident.': 'No existe ese incidente.',
  'This incident is closed already.': 'Este incidente ya está cerrado.',
  // destroying
  'You hold no file of this number.': 'No tiene ningún archivo con este número.',
  'It was destroyed before.': 'Ya fue destruido.',
  'That this file be destroyed is proposed already.': 'Ya se propuso que se destruya este archivo.',
  'A destruction under a {basis} is stated with it.': 'Hace falta para una destrucción por {basis}.',
  'It does not belong to a {basis}.': 'No corresponde a {basis}.',
  'There is no such request of your agency.': 'Su agencia no tiene esa solicitud.',
  'There is no such destruction.': 'No existe esa destrucción.',
  'A second person decides: nobody decides on their own proposal.':
    'Decide una segunda persona: nadie decide sobre su propia propuesta.',
  'Only who proposed it takes it back. You can refuse it.':
    'Solo quien lo propuso lo retira. Usted puede rechazarlo.',
  'Somebody decided on it in the meantime.': 'Alguien decidió entretanto.',
  'It is approved already.': 'Ya está aprobada.',
  'It is done already.': 'Ya está hecha.',
  'It is key destroyed already.': 'La clave ya está destruida.',
  'It is refused already.': 'Ya está rechazada.',
  'It is withdrawn already.': 'Ya está retirada.',
  'It is proposed: nothing is certified yet.': 'Está propuesta: aún no se certifica nada.',
  'It is approved: nothing is certified yet.': 'Está aprobada: aún no se certifica nada.',
  'It is key destroyed: nothing is certified yet.': 'La clave está destruida: aún no se certifica nada.',
  'It is done: nothing is certified yet.': 'Está hecha: aún no se certifica nada.',
  'It is refused: nothing is certified yet.': 'Está rechazada: no se certifica nada.',
  'It is withdrawn: nothing is certified yet.': 'Está retirada: no se certifica nada.',
  'The certificate follows within ten seconds of the destruction. Ask again then.':
    'El certificado llega a los diez segundos de la destrucción. Pídalo de nuevo entonces.',
}
