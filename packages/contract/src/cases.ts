/** Tips that an agency pursues together, with what is to be done, what was asked of others, and what came of it. */
import { type Static, type TSchema, Type } from 'typebox'
import { QueueRow } from './tips.ts'

const text = Type.String()
const oneOf = <const T extends string[]>(values: readonly [...T]) => Type.Enum(values)
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const caseStates = ['open', 'closed'] as const
export type CaseState = (typeof caseStates)[number]

/** Kinds of legal process and request, by the law of the forum; the law itself is in the legal pack. */
export const processKinds = [
  'preservation letter',
  'subpoena',
  'court order for records',
  'search warrant',
  'emergency disclosure request',
  'non-disclosure order',
  'foreign assistance request',
  'other',
] as const
export type ProcessKind = (typeof processKinds)[number]

/** Drafted until a person says that it was sent. */
export const processStates = ['drafted', 'sent', 'returned', 'withdrawn'] as const
export type ProcessState = (typeof processStates)[number]

const Title = Type.String({ minLength: 1, maxLength: 120 })
const TipIds = (minItems: number) =>
  Type.Array(Type.String({ pattern: '^\\d{1,18}$' }), { minItems, maxItems: 100, uniqueItems: true })

export const CaseRequest = Type.Object({
  /** A working name. Neutral: it shows in lists. */
  title: Title,
  tipIds: TipIds(1),
})
export type CaseRequest = Static<typeof CaseRequest>

export const CaseRow = Type.Object({
  caseId: text,
  title: text,
  state: oneOf(caseStates),
  openedBy: text,
  openedAt: text,
  tips: Type.Integer(),
  openTasks: Type.Integer(),
  /** Legal process that was sent and has not come back. */
  awaited: Type.Integer(),
  /** Tips of the case of which an outcome was given. */
  withOutcome: Type.Integer(),
})
export type CaseRow = Static<typeof CaseRow>

export const CaseTip = Type.Object({
  row: QueueRow,
  addedBy: text,
  addedAt: text,
  /** Cases of the agency that the tip is in besides. */
  alsoIn: Type.Array(Type.Object({ caseId: text, title: text })),
})
export type CaseTip = Static<typeof CaseTip>

export const CaseTask = Type.Object({
  taskId: text,
  says: text,
  /** Who took it on; null while nobody did. */
  taken: nullable(text),
  madeBy: text,
  madeAt: text,
  done: nullable(Type.Object({ by: text, at: text })),
})
export type CaseTask = Static<typeof CaseTask>

export const LegalProcess = Type.Object({
  processId: text,
  kind: oneOf(processKinds),
  addressedTo: text,
  reference: text,
  state: oneOf(processStates),
  madeBy: text,
  madeAt: text,
  /** Days as a person said them, ISO dates. */
  sentOn: nullable(text),
  returnedOn: nullable(text),
  /** What came, in a few words. */
  returned: text,
})
export type LegalProcess = Static<typeof LegalProcess>

export const CaseView = Type.Object({
  row: CaseRow,
  closed: nullable(Type.Object({ by: text, at: text, because: text })),
  tips: Type.Array(CaseTip),
  tasks: Type.Array(CaseTask),
  process: Type.Array(LegalProcess),
})
export type CaseView = Static<typeof CaseView>

export const TaskRequest = Type.Object({ says: Type.String({ minLength: 1, maxLength: 500 }) })
export const TaskChange = Type.Object({ change: oneOf(['take', 'leave', 'done', 'not done'] as const) })
export type TaskChange = Static<typeof TaskChange>

export const ProcessRequest = Type.Object({
  kind: oneOf(processKinds),
  addressedTo: Type.String({ minLength: 1, maxLength: 200 }),
  reference: Type.String({ maxLength: 200 }),
})
export type ProcessRequest = Static<typeof ProcessRequest>

const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
/** What a person says happened. A day in the future has not happened and is refused. */
export const ProcessStep = Type.Union([
  Type.Object({ step: Type.Literal('sent'), on: day }),
  Type.Object({ step: Type.Literal('returned'), on: day, what: Type.String({ maxLength: 500 }) }),
  Type.Object({ step: Type.Literal('withdrawn') }),
])
export type ProcessStep = Static<typeof ProcessStep>
