import { Type } from 'typebox'
import { LabelView, LinkVerdict, Network, NetworkList, RecordRequest, RecordView } from '../judging.ts'
import { operation, id, none, because } from './operation.ts'

/** What a person of the agency adds to the judgement of a tip. */
export const judgingOperations = {
  recordIntelligence: operation({
    method: 'POST',
    path: '/api/tips/:tipId/records',
    who: 'signed in',
    summary: 'Records what the agency’s own records say of a signal; it counts for this agency alone.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: RecordRequest,
    answer: RecordView,
  }),
  withdrawRecord: operation({
    method: 'POST',
    path: '/api/tips/:tipId/records/:recordId/withdraw',
    who: 'signed in',
    summary: 'Takes back a record, with the reason; it stays to be seen.',
    params: Type.Object({ tipId: id, recordId: id }),
    query: none,
    body: Type.Object({ because }),
    answer: RecordView,
  }),
  overrideLabel: operation({
    method: 'POST',
    path: '/api/tips/:tipId/label',
    who: 'signed in',
    summary:
      'Sets a person’s label beside the computed one, with the reason; null goes back to the computed one.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: Type.Object({
      label: Type.Union([Type.Literal('referral'), Type.Literal('informational'), Type.Null()]),
      because,
    }),
    answer: LabelView,
  }),
  judgeLink: operation({
    method: 'POST',
    path: '/api/tips/:tipId/links/judge',
    who: 'signed in',
    summary:
      'Confirms or rejects a link, with the reason; it counts for this agency alone and stands through re-runs.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: Type.Object({
      reportId: id,
      linkId: id,
      verdict: Type.Union([Type.Literal('confirmed'), Type.Literal('rejected')]),
      because,
    }),
    answer: LinkVerdict,
  }),
  undoLinkVerdict: operation({
    method: 'POST',
    path: '/api/tips/:tipId/links/undo',
    who: 'signed in',
    summary: 'Takes back what was said of a link.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: Type.Object({ reportId: id, linkId: id }),
    answer: none,
  }),
  listNetworks: operation({
    method: 'GET',
    path: '/api/networks',
    who: 'signed in',
    summary:
      'The agency’s reports that hang together by strong or confirmed links, the largest networks first.',
    params: none,
    query: none,
    body: none,
    answer: NetworkList,
  }),
  readNetwork: operation({
    method: 'GET',
    path: '/api/tips/:tipId/network',
    who: 'signed in',
    summary: 'The reports connected with this one by strong or confirmed links, of those the agency may see.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: none,
    answer: Network,
  }),
} as const
