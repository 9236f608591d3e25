import { Type } from 'typebox'
import { AffiliateEntry, Affiliates, AffiliateWish } from '../affiliates.ts'
import { because, id, none, operation } from './operation.ts'

/** Sub-agencies under an agency that leads them. */
export const affiliatesOperations = {
  listAffiliates: operation({
    method: 'GET',
    path: '/api/affiliates',
    who: 'signed in',
    summary:
      'The agency’s affiliates with every entry, the tree below it, its own lead, and counts of what went there.',
    params: none,
    query: none,
    body: none,
    answer: Affiliates,
  }),
  enterAffiliate: operation({
    method: 'POST',
    path: '/api/affiliates',
    who: 'signed in',
    summary:
      'Enters an affiliate of the agency from a day on, or changes one: the entry before ends on that day and stays.',
    params: none,
    query: none,
    body: AffiliateWish,
    answer: AffiliateEntry,
  }),
  endAffiliate: operation({
    method: 'POST',
    path: '/api/affiliates/:entryId/end',
    who: 'signed in',
    summary: 'Ends an affiliation from a day on. What went there stays there.',
    params: Type.Object({ entryId: id }),
    query: none,
    body: Type.Object({ to: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), because }),
    answer: AffiliateEntry,
  }),
} as const
