import { Type } from 'typebox'
import { QueueFacets, QueueFilter, queueFilter, QueueNews, QueueView, QueueViews } from '../queue.ts'
import { sheetQuery } from '../sheets.ts'
import { id, none, operation, opt } from './operation.ts'

/** Narrowing, counting and remembering the queue. */
export const queueOperations = {
  readQueueFacets: operation({
    method: 'GET',
    path: '/api/queue/facets',
    who: 'signed in',
    summary: 'Counts of the agency’s tips by each way to narrow the queue, and its decisions by day.',
    params: none,
    query: QueueFilter,
    body: none,
    answer: QueueFacets,
  }),
  readQueueNews: operation({
    method: 'GET',
    path: '/api/queue/news',
    who: 'signed in',
    summary: 'How many tips came since a moment, and how many of them stand above one tip.',
    params: none,
    query: Type.Object({
      ...queueFilter,
      since: Type.String({ maxLength: 40 }),
      above: opt(Type.String({ pattern: '^\\d{1,18}$' })),
    }),
    body: none,
    answer: QueueNews,
  }),
  exportQueue: operation({
    method: 'GET',
    path: '/api/queue/export',
    who: 'signed in',
    stepUp: true,
    summary:
      'The rows of the queue for a spreadsheet, as CSV or XLSX: those that a filter lets through, or chosen tips. Logged.',
    params: none,
    query: Type.Object({
      ...queueFilter,
      ...sheetQuery,
      /** Tip ids with commas between, instead of all. */
      tips: opt(Type.String({ pattern: '^\\d{1,18}(,\\d{1,18}){0,499}$' })),
    }),
    body: none,
    answer: Type.Unknown(),
    streams: 'text/csv',
  }),
  listViews: operation({
    method: 'GET',
    path: '/api/queue/views',
    who: 'signed in',
    summary: 'The reader’s saved views of the queue and those shared within the agency.',
    params: none,
    query: none,
    body: none,
    answer: QueueViews,
  }),
  saveView: operation({
    method: 'POST',
    path: '/api/queue/views',
    who: 'signed in',
    summary: 'Saves a view under a name; the person’s own view of that name is replaced.',
    params: none,
    query: none,
    body: Type.Object({
      name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
      shared: Type.Boolean(),
      filter: QueueFilter,
    }),
    answer: QueueView,
  }),
  removeView: operation({
    method: 'POST',
    path: '/api/queue/views/:viewId/remove',
    who: 'signed in',
    summary: 'Removes one of the person’s own views.',
    params: Type.Object({ viewId: id }),
    query: none,
    body: none,
    answer: none,
  }),
  setDefaultView: operation({
    method: 'POST',
    path: '/api/queue/default-view',
    who: 'signed in',
    summary: 'Sets the view that the person’s queue opens with, or none.',
    params: none,
    query: none,
    body: Type.Object({ viewId: Type.Union([id, Type.Null()]) }),
    answer: none,
  }),
} as const
