import type { Refusals } from './readRefusals.ts'

/** Cases, with their tasks and legal process; and what came of tips. */
export const caseRefusalsEs: Refusals = {
  'There is no such case at your agency.': 'Su agencia no tiene ese caso.',
  'This case is open already.': 'Este caso ya está abierto.',
  'This case is closed. Reopen it to add to it.': 'Este caso está cerrado. Reábralo para añadirle algo.',
  'Give the case a working name.': 'Dé al caso un nombre de trabajo.',
  'A case holds {count} tips at most.': 'Un caso admite {count} avisos como máximo.',
  'Tip {tip} is in this case already.': 'El aviso {tip} ya está en este caso.',
  'Tip {tip} is not in this case.': 'El aviso {tip} no está en este caso.',
  'An export holds {count} cases at most, and there are more.':
    'Una exportación admite {count} casos como máximo, y hay más.',
  // tasks and legal process
  'A case has {count} tasks at most.': 'Un caso tiene {count} tareas como máximo.',
  'This case has no such task.': 'Este caso no tiene esa tarea.',
  'A case has {count} of these at most.': 'Un caso tiene {count} actos procesales como máximo.',
  'This case has no such legal process.': 'Este caso no tiene ese acto procesal.',
  'That day has not come yet. Say it when it has.': 'Ese día aún no ha llegado. Dígalo cuando llegue.',
  'It was returned already.': 'Ya se respondió.',
  'It was sent already.': 'Ya se envió.',
  'It has not been sent: say first when it was.': 'Aún no consta como enviado: diga primero cuándo se envió.',
  'It was sent on {day} and cannot have come back before.':
    'Se envió el {day}; la respuesta no puede ser anterior.',
  // what came of tips
  'Nothing was told: the list names tips that are not in this case.':
    'No se dijo nada: la lista nombra avisos que no están en este caso.',
  'There is no such outcome at your agency.': 'Su agencia no tiene ese resultado.',
  'It was withdrawn already.': 'Ya se retiró.',
}
