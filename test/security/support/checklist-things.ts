/** Requests about checklists: one item of a tip, and an agency's own layer. */
import type { OperationName } from '@opentipline/contract'
import type { TestServer } from '../../support/server.ts'

export const checklistParams = { listId: 'trafficking', itemId: 'where-now' }

const text = 'asOf: "2026-11-22"\nlists: []\n'
export const checklistBodies: Partial<Record<OperationName, unknown>> = {
  tickChecklistItem: { done: true, note: '' },
  checkOwnChecklists: { text },
  saveOwnChecklists: { text, basedOn: 0, because: 'Synthetic reason 1' },
}

/** The first version is saved on nothing. */
export const checklistPreparations = (server: TestServer) => ({
  saveOwnChecklists: async (): Promise<Record<string, string>> => {
    await server.database.query('delete from agency_checklist', [])
    return {}
  },
})
