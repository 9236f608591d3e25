/**
 * Who may do what, written from the design and not from the permission table, to hold the two against each other.
 * An operation that is not here has no answer: whoever adds one says here what the design says of it.
 */
import type { OperationName, Role } from '@opentipline/contract'
import { about } from './about.ts'

/** How somebody stands to the thing an operation is about. */
type Whose = 'own' | 'other'
export type Standing = `${Whose} agency` | `${Whose} provider` | 'clearinghouse' | 'none'

/** `done`: it is theirs to do. `hidden`: their role may, but not with this thing. `refused`: their role may not. */
export type Answer = 'done' | 'hidden' | 'refused'

const officers: readonly Role[] = ['officer', 'agency supervisor']
const analysts: readonly Role[] = ['clearinghouse analyst', 'clearinghouse supervisor']

/** An agency's own thing: done at home, hidden from the same role of another agency, nobody else's business. */
const ofAgency = (allowed: readonly Role[], role: Role, standing: Standing): Answer => {
  if (!allowed.includes(role) || !/^(own|other) agency$/.test(standing)) return 'refused'
  return standing === 'own agency' ? 'done' : 'hidden'
}

/** Something every agency has one of: another agency's people get their own. */
const ofEvery = (allowed: readonly Role[], role: Role, standing: Standing): Answer => {
  const answer = ofAgency(allowed, role, standing)
  return answer === 'hidden' ? 'done' : answer
}

/** What the design says. */
export const oracle = (operation: OperationName, role: Role, standing: Standing): Answer => {
  switch (about.get(operation)) {
    case undefined:
      throw new Error(`the design says nothing of ${operation}`)
    case 'open':
    case 'self':
      return 'done'
    case 'people':
    case 'second person':
      if (standing === 'clearinghouse') return role === 'clearinghouse supervisor' ? 'done' : 'refused'
      if (role === 'agency supervisor' && about.get(operation) === 'second person')
        return ofEvery([role], role, standing)
      return ofEvery(['agency administrator'], role, standing)
    case 'tip':
    case 'own view':
      return ofAgency(officers, role, standing)
    case 'queue':
      return ofEvery(officers, role, standing)
    case 'report':
      if (standing === 'clearinghouse') return analysts.includes(role) ? 'done' : 'refused'
      return ofAgency(officers, role, standing)
    case 'policy':
      return ofAgency([...officers, 'agency administrator'], role, standing)
    case 'policies':
      return ofEvery([...officers, 'agency administrator'], role, standing)
    case 'approval':
      return ofAgency(['agency supervisor', 'agency administrator'], role, standing)
    case 'agency rule approval':
    case 'agency table':
      return ofEvery(['agency supervisor', 'agency administrator'], role, standing)
    case 'agency rule':
      return ofEvery(['agency administrator'], role, standing)
    case 'pipeline':
      return analysts.includes(role) && standing === 'clearinghouse' ? 'done' : 'refused'
    case 'led':
      return ofAgency(['agency administrator'], role, standing)
    case 'steering':
      return ofAgency(['agency supervisor'], role, standing)
    case 'sums':
      return ofEvery(['agency supervisor'], role, standing)
    case 'incident':
      return standing === 'clearinghouse' && [...analysts, 'auditor', 'operator'].includes(role)
        ? 'done'
        : 'refused'
    case 'incident closed':
      return standing === 'clearinghouse' && role === 'clearinghouse supervisor' ? 'done' : 'refused'
    case 'destruction':
      if (standing === 'clearinghouse') return role === 'clearinghouse supervisor' ? 'done' : 'refused'
      return ofAgency(['agency supervisor'], role, standing)
    case 'own work':
    case 'directory':
      return [...officers, ...analysts].includes(role) ? 'done' : 'refused'
    case 'counts':
      if (standing === 'clearinghouse') return analysts.includes(role) ? 'done' : 'refused'
      return ofEvery([...officers, 'agency administrator'], role, standing)
    case 'map':
      return [...officers, 'agency administrator', ...analysts].includes(role) ? 'done' : 'refused'
    case 'ledger':
      return role === 'auditor' && /agency|clearinghouse/.test(standing) ? 'done' : 'refused'
    case 'filing':
    case 'filings':
      if (role !== 'provider engineer' || !standing.endsWith('provider')) return 'refused'
      return about.get(operation) === 'filings' || standing === 'own provider' ? 'done' : 'hidden'
  }
}
