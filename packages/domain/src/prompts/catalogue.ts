import { checklistPrompts } from './checklists.ts'
import { clockPrompts } from './clocks.ts'
import { discretionPrompts } from './discretion.ts'
import { filePrompts } from './files.ts'
import { filingPrompts } from './filing.ts'
import type { Prompt } from './prompt.ts'

/**
 * Everything this system will ever ask of a person, and by what authority. What is not here is not asked: a test walks
 * the product and refuses a form or a moment that names no line of it.
 */
export const prompts = {
  decision: {
    kind: 'asked',
    force: 'choice',
    what: {
      en: 'A decision: its kind and at least one reason; a note with "another reason"; the agency with a referral; the day with a hold.',
      es: 'Una decisión: su tipo y al menos un motivo; una nota con «otro motivo»; la agencia en una remisión; el día en una espera.',
    },
    why: {
      en: 'No law asks an agency to decide, by a time or at all. If somebody decides, the reason is kept so that the decision can be explained later.',
      es: 'Ninguna ley exige a una agencia decidir, ni en un plazo ni en absoluto. Si alguien decide, el motivo se guarda para poder explicar la decisión después.',
    },
  },
  reopening: {
    kind: 'offered',
    force: 'choice',
    what: { en: 'A note when a tip is reopened.', es: 'Una nota al reabrir un aviso.' },
    why: {
      en: 'It may be left empty. Who reopened it and when is kept in any case.',
      es: 'Puede quedar vacía. Quién lo reabrió y cuándo se guarda en todo caso.',
    },
  },
  outcome: {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'What came of a tip: one word or more, how useful the report was, what was missing.',
      es: 'Qué resultó de un aviso: una palabra o más, si fue útil el informe, qué faltaba.',
    },
    why: {
      en: 'No law asks an agency to tell. Nothing reminds you, and "none given" counts against nobody.',
      es: 'Ninguna ley exige que una agencia lo diga. Nada se lo recuerda, y «ninguno dado» no cuenta contra nadie.',
    },
  },
  case: {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'A case for tips that are pursued together: a working name, tasks, legal process, a reason when it is closed.',
      es: 'Un caso para avisos que se investigan juntos: un nombre de trabajo, tareas, actos procesales, un motivo al cerrarlo.',
    },
    why: {
      en: 'Nothing asks for a case, and nothing in it is due. It keeps together what your agency chose to keep together.',
      es: 'Nada exige un caso, y nada en él vence. Mantiene junto lo que su agencia decidió mantener junto.',
    },
  },
  note: {
    kind: 'offered',
    force: 'choice',
    what: { en: 'A note on a tip.', es: 'Una nota sobre un aviso.' },
    why: { en: 'Nothing asks for one.', es: 'Nada la exige.' },
  },
  record: {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'What your own records say of an open question: the question, the answer, a note on where it was found.',
      es: 'Lo que dicen sus propios registros sobre una pregunta abierta: la pregunta, la respuesta y una nota de dónde se encontró.',
    },
    why: {
      en: 'Nothing asks for it. If you answer, all three are needed: an answer without its source could not be checked.',
      es: 'Nada lo exige. Si responde, hacen falta las tres: una respuesta sin fuente no podría comprobarse.',
    },
  },
  reason: {
    kind: 'asked',
    force: 'choice',
    what: {
      en: 'A reason, when somebody overrules what stood: a label, a link, a place, a policy, a record.',
      es: 'Un motivo, cuando alguien cambia lo que había: una etiqueta, un vínculo, un lugar, una política, un registro.',
    },
    why: {
      en: 'What a person overruled is read by others later. A change without a reason could not be followed.',
      es: 'Lo que una persona cambió lo leerán otras después. Un cambio sin motivo no podría seguirse.',
    },
  },
  'route by hand': {
    kind: 'asked',
    force: 'choice',
    what: {
      en: 'At the clearinghouse: the agency a report is made available to, and why.',
      es: 'En el centro de recepción: la agencia a la que se pone a disposición un informe, y por qué.',
    },
    why: {
      en: 'Making it available assigns nothing and asks nothing of the agency. The reason shows on its tip.',
      es: 'Ponerlo a disposición no asigna nada ni exige nada a la agencia. El motivo aparece en su aviso.',
    },
  },
  'policy preview': {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'How many tips a preview looks at, and down to which place you work.',
      es: 'Cuántos avisos mira una vista previa, y hasta qué posición se trabaja.',
    },
    why: {
      en: 'Both have a usual value. A preview changes nothing.',
      es: 'Ambos tienen un valor habitual. Una vista previa no cambia nada.',
    },
  },
  'law forum': {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'The forum of your agency: its state, and the courts a case may go to.',
      es: 'El foro de su agencia: su estado y los tribunales a los que puede ir un caso.',
    },
    why: {
      en: 'Without it the state of your service area is taken, and either court. What the pack says of opening files depends on it.',
      es: 'Sin él se toma el estado de su área y cualquiera de los tribunales. De él depende lo que se dice sobre abrir archivos.',
    },
  },
  'law layer': {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'Your agency’s own rules, readings and duties to report, as entries of the legal pack, and a reason for each change.',
      es: 'Las reglas, lecturas y deberes de informar de su agencia, como entradas del fondo legal, y un motivo de cada cambio.',
    },
    why: {
      en: 'Nothing asks for them. What you enter is shown as your agency’s own, with its force and source.',
      es: 'Nada las exige. Lo que usted introduce se muestra como propio de su agencia, con su fuerza y su fuente.',
    },
  },
  'clock entry': {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'That a preservation letter was sent, or by when a warrant is to be returned: to whom or which court, when, how.',
      es: 'Que se envió una carta de conservación, o para cuándo se devuelve una orden: a quién o qué tribunal, cuándo, cómo.',
    },
    why: {
      en: 'Nothing asks for it. Without it no such clock runs: the program never assumes that something was sent.',
      es: 'Nada lo exige. Sin ello no corre tal plazo: el programa nunca supone que algo se envió.',
    },
  },
  'log window': {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'How long an operator keeps its logs: the operator, the days, who said so, when that was true.',
      es: 'Cuánto guarda sus registros un operador: el operador, los días, quién lo dijo y cuándo era cierto.',
    },
    why: {
      en: 'Nothing asks for it. An entry without its source could not be trusted later.',
      es: 'Nada lo exige. En una entrada sin fuente no se podría confiar después.',
    },
  },
  'agency time rule': {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'A time of your agency’s own: its name, its hours, the rule of your agency it rests on.',
      es: 'Un plazo propio de su agencia: su nombre, sus horas y la regla de su agencia en que se apoya.',
    },
    why: {
      en: 'Nothing asks for it. A time without a rule would be due by nobody’s word.',
      es: 'Nada lo exige. Un plazo sin regla vencería por palabra de nadie.',
    },
  },
  document: {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'For a letter or document: its kind, and what its template asks for, such as to whom it goes.',
      es: 'Para una carta o un documento: su tipo y lo que pide su plantilla, como a quién va.',
    },
    why: {
      en: 'Nothing asks for a document. What a template needs stands in it as your word; the tip’s facts are never filled in by guess.',
      es: 'Nada exige un documento. Lo que una plantilla necesita figura en él como palabra suya; los datos del aviso nunca se rellenan a ojo.',
    },
  },
  'document sent': {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'That a document was sent: to whom, how and when; with a renewal, which letter it renews.',
      es: 'Que un documento se envió: a quién, cómo y cuándo; en una renovación, qué carta renueva.',
    },
    why: {
      en: 'Nothing asks for it. The program sends nothing and never assumes that something was sent; a letter’s clock runs by your word alone.',
      es: 'Nada lo exige. El programa no envía nada ni supone que algo se envió; el plazo de una carta corre solo por su palabra.',
    },
  },
  assignment: {
    kind: 'offered',
    force: 'choice',
    what: { en: 'Whose a tip is within your agency.', es: 'De quién es un aviso dentro de su agencia.' },
    why: {
      en: 'Nothing asks for it. It forbids nobody to work on the tip, and nothing is due by it.',
      es: 'Nada lo exige. No impide a nadie trabajar el aviso, y nada vence por ello.',
    },
  },
  affiliate: {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'An agency that yours leads: its area, what goes straight there, from which day, and why.',
      es: 'Una agencia que la suya dirige: su área, qué va directamente allí, desde qué día y por qué.',
    },
    why: {
      en: 'Nothing asks for it. Without an entry everything of the area stays with your agency until somebody refers it.',
      es: 'Nada lo exige. Sin anotación, todo lo del área queda en su agencia hasta que alguien lo remita.',
    },
  },
  sampling: {
    kind: 'offered',
    force: 'agency policy',
    what: {
      en: 'That a share of what was declined or stands low is drawn and re-read.',
      es: 'Que se sortee y relea una parte de lo declinado o situado abajo.',
    },
    why: {
      en: 'Your agency’s own rule, under Agency settings; it is off until the agency sets it. Nobody has to re-read by any day.',
      es: 'La regla de su propia agencia, en Ajustes; está apagada hasta que la agencia la fije. No hay día fijado para releer.',
    },
  },
  're-reading': {
    kind: 'offered',
    force: 'agency policy',
    what: {
      en: 'What a second person finds in a drawn tip: one of three answers, and a note.',
      es: 'Lo que una segunda persona encuentra en un aviso sorteado: una de tres respuestas, y una nota.',
    },
    why: {
      en: 'It can be given back unread. The answer is counted and changes no decision.',
      es: 'Puede devolverse sin leer. La respuesta se cuenta y no cambia ninguna decisión.',
    },
  },
  'document template': {
    kind: 'offered',
    force: 'choice',
    what: {
      en: 'Your agency’s own text for a kind of document, and a reason for each change.',
      es: 'El texto propio de su agencia para un tipo de documento, y un motivo de cada cambio.',
    },
    why: {
      en: 'Nothing asks for it: the templates with the program can be used as they are. A changed text is read by others later, with why it was changed.',
      es: 'Nada lo exige: las plantillas del programa pueden usarse tal como están. Un texto cambiado lo leerán otras personas, con el porqué.',
    },
  },
  ...clockPrompts,
  ...filePrompts,
  ...checklistPrompts,
  ...filingPrompts,
  ...discretionPrompts,
} as const satisfies Record<string, Prompt>

export type PromptId = keyof typeof prompts
/** Whether a name, such as that of a clock, is a line of the catalogue. */
export const isPrompt = (name: string): name is PromptId => Object.hasOwn(prompts, name)

/** Every prompt by its id. */
export const promptList: readonly (Prompt & { id: PromptId })[] = Object.entries(prompts).map(
  ([id, prompt]) => ({ ...prompt, id: id as PromptId }),
)
