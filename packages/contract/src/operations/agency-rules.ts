import { Type } from 'typebox'
import { AgencyRuleList, AgencyRuleValue, AgencyRuleVersion } from '../agency-rules.ts'
import { because, none, operation } from './operation.ts'

const rule = Type.String({ minLength: 1, maxLength: 64 })
const version = Type.String({ pattern: '^[1-9]\\d{0,8}$' })

/** An agency's rules about itself. */
export const agencyRulesOperations = {
  listAgencyRules: operation({
    method: 'GET',
    path: '/api/agency-rules',
    who: 'signed in',
    summary: 'The agency’s rules about itself: what holds, since when, by whom, and what is proposed.',
    params: none,
    query: none,
    body: none,
    answer: AgencyRuleList,
  }),
  setAgencyRule: operation({
    method: 'POST',
    path: '/api/agency-rules/:rule',
    who: 'signed in',
    summary: 'Sets a rule of the agency; where the agency asks for a second person it is proposed to them.',
    params: Type.Object({ rule }),
    query: none,
    body: Type.Object({ value: AgencyRuleValue, because }),
    answer: AgencyRuleVersion,
  }),
  approveAgencyRule: operation({
    method: 'POST',
    path: '/api/agency-rules/:rule/:version/approve',
    who: 'signed in',
    summary: 'Brings a proposed version of a rule into force, as the second person.',
    params: Type.Object({ rule, version }),
    query: none,
    body: none,
    answer: AgencyRuleVersion,
  }),
  withdrawAgencyRule: operation({
    method: 'POST',
    path: '/api/agency-rules/:rule/:version/withdraw',
    who: 'signed in',
    summary: 'Takes a proposed version of a rule back.',
    params: Type.Object({ rule, version }),
    query: none,
    body: none,
    answer: AgencyRuleVersion,
  }),
} as const
