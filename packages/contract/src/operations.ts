/**
 * Every operation of the JSON API: what it is called, where it is, what it takes and gives.
 * The server, the client, the forms and the OpenAPI document are derived from this list.
 */
import type { Static } from 'typebox'
import { affiliatesOperations } from './operations/affiliates.ts'
import { agencyRulesOperations } from './operations/agency-rules.ts'
import { checklistsOperations } from './operations/checklists.ts'
import { clocksOperations } from './operations/clocks.ts'
import { casesOperations } from './operations/cases.ts'
import { accessOperations } from './operations/access.ts'
import { decisionsOperations } from './operations/decisions.ts'
import { filesOperations } from './operations/files.ts'
import { destructionOperations } from './operations/destruction.ts'
import { documentsOperations } from './operations/documents.ts'
import { judgingOperations } from './operations/judging.ts'
import { lawOperations } from './operations/law.ts'
import { ledgerOperations } from './operations/ledger.ts'
import { outcomesOperations } from './operations/outcomes.ts'
import { ownSettingsOperations } from './operations/own-settings.ts'
import { peopleOperations } from './operations/people.ts'
import { policiesOperations } from './operations/policies.ts'
import { queueOperations } from './operations/queue.ts'
import { providersOperations } from './operations/providers.ts'
import { routingOperations } from './operations/routing.ts'
import { waitingOperations } from './operations/waiting.ts'
import { samplingOperations } from './operations/sampling.ts'
import { statisticsOperations } from './operations/statistics.ts'
import { signInOperations } from './operations/sign-in.ts'
import { tipsOperations } from './operations/tips.ts'

export { clockBoardRowsMax } from './operations/clocks.ts'
export { undoWindowSeconds } from './operations/decisions.ts'
export type { OperationShape } from './operations/operation.ts'
export { queuePageRowsMax } from './operations/tips.ts'

export const operations = {
  ...peopleOperations,
  ...ownSettingsOperations,
  ...signInOperations,
  ...accessOperations,
  ...tipsOperations,
  ...filesOperations,
  ...destructionOperations,
  ...queueOperations,
  ...decisionsOperations,
  ...casesOperations,
  ...outcomesOperations,
  ...routingOperations,
  ...ledgerOperations,
  ...policiesOperations,
  ...lawOperations,
  ...providersOperations,
  ...judgingOperations,
  ...agencyRulesOperations,
  ...clocksOperations,
  ...affiliatesOperations,
  ...waitingOperations,
  ...samplingOperations,
  ...statisticsOperations,
  ...documentsOperations,
  ...checklistsOperations,
} as const

export type Operations = typeof operations
export type OperationName = keyof Operations
export type ParamsOf<N extends OperationName> = Static<Operations[N]['params']>
export type QueryOf<N extends OperationName> = Static<Operations[N]['query']>
export type BodyOf<N extends OperationName> = Static<Operations[N]['body']>
export type AnswerOf<N extends OperationName> = Static<Operations[N]['answer']>
