import { Type } from 'typebox'
import { AreaAgency, ReviewedLabel, ReviewedLink, ReviewView, ServingAnswer } from '../areas.ts'
import { ReportBundleDetail, ReportBundleList } from '../bundles.ts'
import { PlaceCorrectionRequest, PlaceCorrectionView } from '../judging.ts'
import { Agency } from '../people.ts'
import { PipelineView } from '../tips.ts'
import { because, operation, id, none, opt } from './operation.ts'

/** For the clearinghouse, and what sends a report elsewhere. */
export const routingOperations = {
  listAgencies: operation({
    method: 'GET',
    path: '/api/agencies',
    who: 'signed in',
    summary: 'The agencies a tip can be referred to.',
    params: none,
    query: none,
    body: none,
    answer: Type.Object({ agencies: Type.Array(Agency) }),
  }),
  readPipeline: operation({
    method: 'GET',
    path: '/api/pipeline',
    who: 'signed in',
    summary: 'For the clearinghouse: what is on the way, stuck, or unrouted.',
    params: none,
    query: none,
    body: none,
    answer: PipelineView,
  }),
  readReview: operation({
    method: 'GET',
    path: '/api/review',
    who: 'signed in',
    summary:
      'For the clearinghouse: doubtful places, labels and links that an analyst may look at, or all of one report.',
    params: none,
    query: Type.Object({ report: opt(Type.String({ pattern: '^\\d{1,18}$' })) }),
    body: none,
    answer: ReviewView,
  }),
  listReportBundles: operation({
    method: 'GET',
    path: '/api/report-bundles',
    who: 'signed in',
    summary:
      'For the clearinghouse: items that stand behind several of the newest reports, the most reports first. Logged.',
    params: none,
    query: Type.Object({ after: opt(Type.String({ maxLength: 200 })) }),
    body: none,
    answer: ReportBundleList,
  }),
  readReportBundle: operation({
    method: 'GET',
    path: '/api/report-bundles/:bundleId',
    who: 'signed in',
    summary:
      'For the clearinghouse: the reports behind one item, where each was made available, and which are pulled out and why. Logged.',
    params: Type.Object({ bundleId: id }),
    query: Type.Object({ below: opt(Type.String({ pattern: '^\\d{1,18}$' })) }),
    body: none,
    answer: ReportBundleDetail,
  }),
  labelReport: operation({
    method: 'POST',
    path: '/api/reports/:reportId/label',
    who: 'signed in',
    summary:
      'For the clearinghouse: says whether a report is enough to work on, with the reason; null goes back to the computed label. An agency’s own word comes before it.',
    params: Type.Object({ reportId: id }),
    query: none,
    body: Type.Object({
      label: Type.Union([Type.Literal('referral'), Type.Literal('informational'), Type.Null()]),
      because,
    }),
    answer: ReviewedLabel,
  }),
  judgeReportLink: operation({
    method: 'POST',
    path: '/api/reports/:reportId/links/judge',
    who: 'signed in',
    summary:
      'For the clearinghouse: confirms or rejects a link between two reports, with the reason; null takes back what was said. An agency’s own word comes before it.',
    params: Type.Object({ reportId: id }),
    query: none,
    body: Type.Object({
      reportId: id,
      linkId: id,
      verdict: Type.Union([Type.Literal('confirmed'), Type.Literal('rejected'), Type.Null()]),
      because,
    }),
    answer: ReviewedLink,
  }),
  readAreas: operation({
    method: 'GET',
    path: '/api/areas',
    who: 'signed in',
    summary:
      'For the clearinghouse: every agency with the areas it is entered for, and how sure each entry is.',
    params: none,
    query: none,
    body: none,
    answer: Type.Object({ agencies: Type.Array(AreaAgency) }),
  }),
  findServing: operation({
    method: 'GET',
    path: '/api/areas/serving',
    who: 'signed in',
    summary:
      'For the clearinghouse: the agency that a ZIP code, county, town, state or country leads to on a day, and why.',
    params: none,
    query: Type.Object({
      postalCode: opt(Type.String({ pattern: '^\\d{5}$' })),
      countyFips: opt(Type.String({ pattern: '^\\d{5}$' })),
      city: opt(Type.String({ minLength: 1, maxLength: 100 })),
      state: opt(Type.String({ pattern: '^[A-Z]{2}$' })),
      country: opt(Type.String({ pattern: '^[A-Z]{2}$' })),
      on: opt(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
    }),
    body: none,
    answer: ServingAnswer,
  }),
  retryStuck: operation({
    method: 'POST',
    path: '/api/pipeline/:reportId/retry',
    who: 'signed in',
    summary: 'Tries a stuck report again.',
    params: Type.Object({ reportId: id }),
    query: none,
    body: none,
    answer: none,
  }),
  routeByHand: operation({
    method: 'POST',
    path: '/api/pipeline/:reportId/route',
    who: 'signed in',
    summary: 'Makes an unrouted report available to an agency, with a reason.',
    params: Type.Object({ reportId: id }),
    query: none,
    body: Type.Object({ agencyId: id, because: Type.String({ minLength: 1, maxLength: 1000 }) }),
    answer: none,
  }),
  correctPlace: operation({
    method: 'POST',
    path: '/api/reports/:reportId/place',
    who: 'signed in',
    summary:
      'Says where the subject or the child is, against what was found; the report is routed anew and both sides are told.',
    params: Type.Object({ reportId: id }),
    query: none,
    body: PlaceCorrectionRequest,
    answer: PlaceCorrectionView,
  }),
} as const
