import type { OperationName } from '@opentipline/contract'
import { mayDo, type Relation } from '@opentipline/domain'
import type { Session } from './session.ts'
import { Problem } from './problem.ts'

/**
 * Refuses unless the permission table allows the signed-in person this operation in this relation.
 * @throws Problem not-allowed
 */
export const permit = (session: Session, operation: OperationName, relation: Relation): void => {
  if (!standsSo(session, relation) || !mayDo(operation, session.membership.role, relation))
    throw new Problem(
      'not-allowed',
      `As ${session.membership.role} at ${session.membership.agency.name} you may not do this.`,
    )
}

/** A relation is what the session is, not what the caller hopes: only the clearinghouse stands as the clearinghouse. */
const standsSo = (session: Session, relation: Relation): boolean => {
  const isClearinghouse = session.membership.agency.kind === 'clearinghouse'
  switch (relation) {
    case 'own agency':
      return !isClearinghouse
    case 'clearinghouse':
      return isClearinghouse
    case 'own provider':
      // Not a thing of the session: whoever asks as an engineer looks it up (`engineerOf`).
      return false
    case 'none':
      return true
  }
}
