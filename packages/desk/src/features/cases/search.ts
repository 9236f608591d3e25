import type { CaseState } from '@opentipline/contract'

export type CaseSearch = { shown?: CaseState }

/** What the address says of the list; anything else in it is passed over. */
export const readCaseSearch = (search: Record<string, unknown>): CaseSearch =>
  search['shown'] === 'closed' ? { shown: 'closed' } : {}
