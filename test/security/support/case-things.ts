/** A case with one tip in it, and the requests that are about it: a part of `things.ts`, as every feature can have one. */
import type { OperationName } from '@opentipline/contract'
import type { TestServer } from '../../support/server.ts'

/** What a feature adds: names for the paths, a body for each operation, and what puts a thing back before it is asked for. */
export type Things = {
  params: Record<string, string>
  bodies: Partial<Record<OperationName, unknown>>
  prepare: Partial<Record<OperationName, () => Promise<Record<string, string>>>>
}
type Given = {
  server: TestServer
  tipId: string
  otherTip: string
  made: <T>(path: string, body: unknown) => Promise<T>
}

const outcome = {
  results: ['under-investigation'],
  usefulness: 'not said',
  missing: [],
  audience: 'own agency',
  words: '',
}
const because = 'Synthetic reason 1'
const legalProcess = { kind: 'subpoena', addressedTo: 'Example Provider', reference: '' }

export const caseThings = async ({ server, tipId, otherTip, made }: Given): Promise<Things> => {
  const { row } = await made<{ row: { caseId: string } }>('/api/cases', {
    title: 'Synthetic case 1',
    tipIds: [tipId],
  })
  const { caseId } = row
  const says = 'Synthetic task 1'
  const task = await made<{ tasks: { taskId: string }[] }>(`/api/cases/${caseId}/tasks`, { says })
  const legal = await made<{ process: { processId: string }[] }>(`/api/cases/${caseId}/process`, legalProcess)
  const again = () => openCaseAgain(server, caseId, tipId)
  return {
    params: {
      caseId,
      taskId: task.tasks[0]?.taskId ?? '',
      processId: legal.process[0]?.processId ?? '',
      state: 'WI',
    },
    bodies: {
      openCase: { title: 'Synthetic case 2', tipIds: [tipId] },
      addToCase: { tipId: otherTip },
      removeFromCase: { because },
      closeCase: { because },
      addTask: { says },
      changeTask: { change: 'done' },
      addProcess: legalProcess,
      stepProcess: { step: 'sent', on: '2026-01-05' },
      giveOutcome: outcome,
      giveCaseOutcome: { tipIds: [tipId], outcome },
      seeOutcomeNotices: { noticeIds: ['1'] },
    },
    prepare: {
      addToCase: again,
      removeFromCase: again,
      addTask: again,
      changeTask: again,
      addProcess: again,
      stepProcess: again,
      giveCaseOutcome: again,
      withdrawOutcome: async () => {
        const { outcomeId } = await made<{ outcomeId: string }>(`/api/tips/${tipId}/outcomes`, outcome)
        return { outcomeId }
      },
    },
  }
}

/** Opens the case and puts its tip back, whatever an earlier asking left of it. */
const openCaseAgain = async (
  server: TestServer,
  caseId: string,
  tipId: string,
): Promise<Record<string, string>> => {
  await server.database.query(
    `update case_file set state = 'open', closed_by = null, closed_at = null, closed_because = null where case_id = $1`,
    [caseId],
  )
  await server.database.query(
    `update case_tip set removed_by = null, removed_at = null, removed_because = null
     where case_tip_id = (select min(case_tip_id) from case_tip where case_id = $1 and tip_id = $2)
       and not exists (select from case_tip where case_id = $1 and tip_id = $2 and removed_at is null)`,
    [caseId, tipId],
  )
  return {}
}
