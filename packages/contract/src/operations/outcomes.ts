import { Type } from 'typebox'
import {
  ClearinghouseScorecard,
  OutcomeNotices,
  OutcomeRequest,
  OutcomeView,
  Scorecard,
} from '../outcomes.ts'
import { id, none, operation } from './operation.ts'

const day = Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }))
/** ISO dates, UTC. Without them: the last 90 days. */
export const period = Type.Object({ from: day, to: day })

/** What came of it, given back voluntarily. */
export const outcomesOperations = {
  giveOutcome: operation({
    method: 'POST',
    path: '/api/tips/:tipId/outcomes',
    who: 'signed in',
    summary: 'Tells what came of a tip; the newest that was not withdrawn stands. Nobody has to.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: OutcomeRequest,
    answer: OutcomeView,
  }),
  withdrawOutcome: operation({
    method: 'POST',
    path: '/api/outcomes/:outcomeId/withdraw',
    who: 'signed in',
    summary: 'Takes an outcome back. That it was given stays on record.',
    params: Type.Object({ outcomeId: id }),
    query: none,
    body: none,
    answer: OutcomeView,
  }),
  listOutcomes: operation({
    method: 'GET',
    path: '/api/tips/:tipId/outcomes',
    who: 'signed in',
    summary: 'What the agency told of a tip, newest first, those withdrawn included.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: none,
    answer: Type.Object({ outcomes: Type.Array(OutcomeView) }),
  }),
  giveCaseOutcome: operation({
    method: 'POST',
    path: '/api/cases/:caseId/outcomes',
    who: 'signed in',
    summary: 'Tells what came of the listed tips of the case.',
    params: Type.Object({ caseId: id }),
    query: none,
    body: Type.Object({
      tipIds: Type.Array(Type.String({ pattern: '^\\d{1,18}$' }), {
        minItems: 1,
        maxItems: 100,
        uniqueItems: true,
      }),
      outcome: OutcomeRequest,
    }),
    answer: Type.Object({ outcomes: Type.Array(OutcomeView) }),
  }),
  listCaseOutcomes: operation({
    method: 'GET',
    path: '/api/cases/:caseId/outcomes',
    who: 'signed in',
    summary: 'The outcomes that stand for the tips of a case.',
    params: Type.Object({ caseId: id }),
    query: none,
    body: none,
    answer: Type.Object({ outcomes: Type.Array(OutcomeView) }),
  }),
  readOutcomeNotices: operation({
    method: 'GET',
    path: '/api/outcome-notices',
    who: 'signed in',
    summary: 'What came of the reports that the signed-in person worked on.',
    params: none,
    query: none,
    body: none,
    answer: OutcomeNotices,
  }),
  seeOutcomeNotices: operation({
    method: 'POST',
    path: '/api/outcome-notices/seen',
    who: 'signed in',
    summary: 'Marks these notices as seen by the signed-in person.',
    params: none,
    query: none,
    body: Type.Object({ noticeIds: Type.Array(id, { minItems: 1, maxItems: 200 }) }),
    answer: none,
  }),
  readScorecards: operation({
    method: 'GET',
    path: '/api/scorecards',
    who: 'signed in',
    summary: 'The clearinghouse’s own scorecard, and one for each provider.',
    params: none,
    query: period,
    body: none,
    answer: Type.Object({
      clearinghouse: ClearinghouseScorecard,
      providers: Type.Array(Scorecard),
    }),
  }),
} as const
