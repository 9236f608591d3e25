import type { Stage } from '../db/tables.ts'
import type { Transaction } from '../db/transaction.ts'
import { assessReports } from '../features/assessments/index.ts'
import { enrichReports, normaliseReports } from '../features/findings/index.ts'
import { linkReports } from '../features/links/index.ts'
import { routeReports } from '../features/routing/index.ts'
import type { PipelineServices } from '../platform/services.ts'
import type { WorkItem } from './work.ts'

/** What a stage does to a batch, in the transaction that moves the batch on. Running it again gives the same. */
export type StageWork = (tx: Transaction, services: PipelineServices, items: WorkItem[]) => Promise<void>

/** The whole pipeline: one function a stage, each a feature's own. */
export const stages: Record<Stage, StageWork> = {
  normalise: normaliseReports,
  enrich: enrichReports,
  link: linkReports,
  assess: assessReports,
  route: routeReports,
}
