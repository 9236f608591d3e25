import { Type } from 'typebox'
import { sheetQuery } from '../sheets.ts'
import { waitingFor, WaitingView } from '../waiting.ts'
import { none, operation, opt } from './operation.ts'

const waits = opt(Type.Enum(waitingFor))

/** How long what waits has waited, and why. */
export const waitingOperations = {
  readWaiting: operation({
    method: 'GET',
    path: '/api/waiting',
    who: 'signed in',
    summary: 'What the agency’s tips wait for, since when, and by whom; counts, medians and the longest.',
    params: none,
    query: Type.Object({ waits }),
    body: none,
    answer: WaitingView,
  }),
  exportWaiting: operation({
    method: 'GET',
    path: '/api/waiting/export',
    who: 'signed in',
    stepUp: true,
    summary: 'The same as rows for a spreadsheet, as CSV or XLSX. Logged.',
    params: none,
    query: Type.Object({ waits, ...sheetQuery }),
    body: none,
    answer: Type.Unknown(),
    streams: 'text/csv',
  }),
} as const
