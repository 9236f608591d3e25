import type { Refusals } from './readRefusals.ts'

/** Decisions on tips: deciding, the second person, taking back, referring to another agency. */
export const decisionRefusalsEs: Refusals = {
  'There is no such decision.': 'No existe esa decisión.',
  // deciding
  'Say the other reason in the note.': 'Diga el otro motivo en la nota.',
  'Choose until when to hold it.': 'Elija hasta cuándo esperar.',
  'A hold ends in the future.': 'Una espera termina en el futuro.',
  'A hold is for {count} days at most; it can be set again.':
    'Una espera dura {count} días como máximo; puede fijarse otra vez.',
  'Choose the agency to refer it to.': 'Elija la agencia a la que remitirlo.',
  'It is with your agency already.': 'Ya está en su agencia.',
  'The clearinghouse holds every report already; to ask it for more, choose "request".':
    'El centro de recepción ya tiene todos los informes; para pedirle más, elija «Pedir».',
  '"{reason}" is not a reason to {decision}.': '«{reason}» no es un motivo para {decision}.',
  '{name} is on this tip until {time}. You may take it over.':
    '{name} está con este aviso hasta {time}. Puede tomarlo usted.',
  'Nothing was decided: the bundle is not what was listed.':
    'No se decidió nada: el lote ya no es el de la lista.',
  'Tip {tip} is no undecided member of this bundle.': 'El aviso {tip} no está sin decidir en este lote.',
  'Tip {tip} has a sign of its own and is decided by itself.':
    'El aviso {tip} tiene una señal propia y se decide por sí solo.',
  // reasons of the agency's own
  'Your agency has no such reason of its own.': 'Su agencia no tiene ese motivo propio.',
  'Say the reason in words.': 'Diga el motivo con palabras.',
  'Your agency has this reason already.': 'Su agencia ya tiene este motivo.',
  'An agency has {count} reasons of its own for one kind at most. Retire one.':
    'Una agencia tiene {count} motivos propios por tipo de decisión como máximo. Retire uno.',
  'This reason is retired already.': 'Este motivo ya está retirado.',
  // the second person
  'A second person countersigns: nobody countersigns their own decision.':
    'Aprueba una segunda persona: nadie aprueba su propia decisión.',
  'This decision does not wait for a countersignature.': 'Esta decisión no espera a una segunda persona.',
  'Say why you refuse.': 'Diga por qué la rechaza.',
  'A colleague’s decision on it waits for a countersignature. Agree to it or refuse it first.':
    'Una decisión de un colega sobre este aviso espera a una segunda persona. Apruébela o rechácela antes.',
  'A decision on it waits for a second person, who agrees to it or refuses it.':
    'Una decisión sobre este aviso espera a una segunda persona, que la aprueba o la rechaza.',
  // taking back and reopening
  'Only who decided may take it back.': 'Solo quien decidió puede deshacerla.',
  'A later decision stands, or this one was taken back already.':
    'Hay una decisión posterior, o esta ya se deshizo.',
  'It has taken effect. Reopen the tip instead.': 'Ya tiene efecto. Reabra el aviso en su lugar.',
  'A second person has answered it already.': 'Una segunda persona ya respondió.',
  'This tip is open already.': 'Este aviso ya está abierto.',
  // referring to another agency
  'It is offered to another agency. Withdraw the offer first.':
    'Está ofrecido a otra agencia. Retire antes la oferta.',
  'It is offered to another agency. Withdraw that offer first.':
    'Está ofrecido a otra agencia. Retire antes esa oferta.',
  'It is offered to another agency. Withdraw the offer instead.':
    'Está ofrecido a otra agencia. Retire la oferta en su lugar.',
  '"{reason}" is not a reason to return a tip.': '«{reason}» no es un motivo para devolver un aviso.',
  'Another agency owns this tip now.': 'Este aviso es ahora de otra agencia.',
  'Another agency owns this tip now. It is yours again if they return it.':
    'Este aviso es ahora de otra agencia. Vuelve a ser suyo si lo devuelven.',
  'Another agency offers this tip and owns it until you accept. Accept it first, or return it.':
    'Otra agencia ofrece este aviso y es suyo hasta que usted acepte. Acéptelo antes, o devuélvalo.',
  'It is offered to an agency already.': 'Ya está ofrecido a una agencia.',
  'They have this report already, as a tip of their own.': 'Ya tienen este informe, como aviso propio.',
  'It came from them: return it instead.': 'Vino de ellos: devuélvalo en su lugar.',
  'There is no open offer of it: it was accepted or returned in the meantime.':
    'No hay ninguna oferta abierta de este aviso: entretanto se aceptó o se devolvió.',
  'The offer is not open: it was withdrawn, or answered, in the meantime.':
    'La oferta no está abierta: entretanto se retiró o se respondió.',
  'There is nothing to return: it is with another agency, or was taken back in the meantime.':
    'No hay nada que devolver: está en otra agencia, o lo retiraron entretanto.',
}
