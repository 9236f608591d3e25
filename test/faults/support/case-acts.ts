/** The acts on cases and outcomes, each with what it needs and a look at what it did. */
import type { TestServer } from '../../support/server.ts'
import type { Act } from './judging-acts.ts'
import type { SignedIn } from './person.ts'

type Given = { server: TestServer; officer: SignedIn; colleague: SignedIn; tipOne(): Promise<string> }
type Made = { row: { caseId: string }; tasks: { taskId: string }[]; process: { processId: string }[] }

export const caseActs = ({ server, officer, colleague, tipOne }: Given): Record<string, Act> => {
  const rows = async (text: string, values: unknown[]): Promise<number> =>
    (await server.database.query(text, values)).length
  const ok = async (path: string, body: unknown = {}): Promise<boolean> =>
    (await officer.post(path, body)).status === 200
  const made = async (path: string, body: unknown): Promise<Made> =>
    (await officer.post(path, body)).body as Made
  const outcome = {
    results: ['arrest'],
    usefulness: 'useful',
    missing: [],
    audience: 'own agency',
    words: '',
  }

  /** An act on a new case that holds one tip. */
  const onCase = (
    action: string,
    act: (path: string, tipId: string) => Promise<{ act: () => Promise<boolean>; look: string }>,
  ): Act => ({
    action,
    prepare: async () => {
      const tipId = await tipOne()
      const { caseId } = (await made('/api/cases', { title: 'Synthetic case', tipIds: [tipId] })).row
      const { act: run, look } = await act(`/api/cases/${caseId}`, tipId)
      return { act: run, done: () => rows(look, [caseId]), object: caseId }
    },
  })

  return {
    openCase: {
      action: 'case.opened',
      prepare: async () => {
        const tipId = await tipOne()
        return {
          act: () => ok('/api/cases', { title: 'Synthetic case', tipIds: [tipId] }),
          done: () => rows('select from case_tip where tip_id = $1', [tipId]),
          object: 'any',
        }
      },
    },
    addToCase: onCase('case.tip-added', async (path) => {
      const tipId = await tipOne()
      return {
        act: () => ok(`${path}/tips`, { tipId }),
        look: 'select from case_tip where case_id = $1 and removed_at is null offset 1',
      }
    }),
    removeFromCase: onCase('case.tip-removed', async (path, tipId) => ({
      act: () => ok(`${path}/tips/${tipId}/remove`, { because: 'Synthetic' }),
      look: 'select from case_tip where case_id = $1 and removed_at is not null',
    })),
    closeCase: onCase('case.closed', async (path) => ({
      act: () => ok(`${path}/close`, { because: 'Synthetic' }),
      look: `select from case_file where case_id = $1 and state = 'closed'`,
    })),
    reopenCase: onCase('case.reopened', async (path) => {
      await ok(`${path}/close`, { because: 'Synthetic' })
      return {
        act: () => ok(`${path}/reopen`),
        look: `select from case_file where case_id = $1 and state = 'open'`,
      }
    }),
    addTask: onCase('case.task-added', async (path) => ({
      act: () => ok(`${path}/tasks`, { says: 'Synthetic' }),
      look: 'select from case_task where case_id = $1',
    })),
    changeTask: onCase('case.task-changed', async (path) => {
      const { tasks } = await made(`${path}/tasks`, { says: 'Synthetic' })
      return {
        act: () => ok(`${path}/tasks/${tasks[0]?.taskId}`, { change: 'done' }),
        look: 'select from case_task where case_id = $1 and done_at is not null',
      }
    }),
    addProcess: onCase('case.process-added', async (path) => ({
      act: () => ok(`${path}/process`, { kind: 'subpoena', addressedTo: 'Example Provider', reference: '' }),
      look: 'select from legal_process where case_id = $1',
    })),
    stepProcess: onCase('case.process-moved', async (path) => {
      const { process } = await made(`${path}/process`, {
        kind: 'subpoena',
        addressedTo: 'Example Provider',
        reference: '',
      })
      return {
        act: () => ok(`${path}/process/${process[0]?.processId}`, { step: 'sent', on: '2026-01-05' }),
        look: `select from legal_process where case_id = $1 and state = 'sent'`,
      }
    }),
    readCase: onCase('case.read', async (path) => ({
      act: async () => (await officer.get(path)).status === 200,
      look: `select from ledger_entry where action = 'case.read' and object_id = $1::text`,
    })),
    giveOutcome: {
      action: 'outcome.given',
      prepare: async () => {
        const tipId = await tipOne()
        return {
          act: () => ok(`/api/tips/${tipId}/outcomes`, outcome),
          done: () => rows('select from outcome where tip_id = $1', [tipId]),
          object: tipId,
        }
      },
    },
    withdrawOutcome: {
      action: 'outcome.withdrawn',
      prepare: async () => {
        const tipId = await tipOne()
        const { body } = await officer.post(`/api/tips/${tipId}/outcomes`, outcome)
        const { outcomeId } = body as { outcomeId: string }
        return {
          act: () => ok(`/api/outcomes/${outcomeId}/withdraw`),
          done: () => rows('select from outcome where tip_id = $1 and withdrawn_at is not null', [tipId]),
          object: tipId,
        }
      },
    },
    seeOutcomeNotices: {
      action: 'outcome.seen',
      prepare: async () => {
        const tipId = await tipOne()
        await officer.post(`/api/tips/${tipId}/notes`, { text: 'Synthetic' })
        await colleague.post(`/api/tips/${tipId}/outcomes`, outcome)
        const [notice] = await server.database.query<{ id: string }>(
          'select notice_id as id from outcome_notice where tip_id = $1',
          [tipId],
        )
        return {
          act: () => ok('/api/outcome-notices/seen', { noticeIds: [notice?.id] }),
          done: () => rows('select from outcome_notice where tip_id = $1 and seen_at is not null', [tipId]),
          object: 'any',
        }
      },
    },
  }
}
