import { type OperationName, operations, type Role, roles } from '@opentipline/contract'
import { allows, type PermissionLine, type Relation, relations } from '@opentipline/domain'
import { oracle } from '../oracle.ts'

/** The operations that need a sign-in: the others are not the table's to judge. */
export const signedInOperations = (Object.keys(operations) as OperationName[]).filter(
  (name) => operations[name].who === 'signed in',
)

/** Whether a table and the oracle agree on one triple. Somebody who may in no relation's name may in any. */
export const agree = (
  table: readonly PermissionLine[],
  operation: OperationName,
  role: Role,
  relation: Relation,
): boolean => {
  const allowed = allows(table, operation, role, relation) || allows(table, operation, role, 'none')
  return allowed === (oracle(operation, role, relation) === 'done')
}

/** Every triple on which a table and the oracle differ. */
export const differences = (table: readonly PermissionLine[]): string[] =>
  signedInOperations.flatMap((operation) =>
    roles.flatMap((role) =>
      relations
        .filter((relation) => !agree(table, operation, role, relation))
        .map((relation) => `${operation}, ${role}, ${relation}`),
    ),
  )
