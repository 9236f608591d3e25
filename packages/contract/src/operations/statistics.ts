import { Type } from 'typebox'
import { CountyMap, StatisticsView } from '../statistics.ts'
import { sheetQuery } from '../sheets.ts'
import { none, operation } from './operation.ts'
import { period } from './outcomes.ts'

/** Counts of the agency's tips, or of the clearinghouse's reports. */
export const statisticsOperations = {
  readStatistics: operation({
    method: 'GET',
    path: '/api/statistics',
    who: 'signed in',
    summary:
      'Volumes, decisions, outcomes and times of a period: of the agency’s tips, or at the clearinghouse of all that were made available.',
    params: none,
    query: period,
    body: none,
    answer: StatisticsView,
  }),
  exportStatistics: operation({
    method: 'GET',
    path: '/api/statistics/export',
    who: 'signed in',
    stepUp: true,
    summary: 'The same counts as rows for a spreadsheet, as CSV or XLSX, each with its unit. Logged.',
    params: none,
    query: Type.Object({ ...period.properties, ...sheetQuery }),
    body: none,
    answer: Type.Unknown(),
    streams: 'text/csv',
  }),
  readCountyMap: operation({
    method: 'GET',
    path: '/api/maps/counties/:state',
    who: 'signed in',
    summary: 'The outline of a state’s counties.',
    params: Type.Object({ state: Type.String({ pattern: '^[A-Z]{2}$' }) }),
    query: none,
    body: none,
    answer: CountyMap,
  }),
} as const
