import { roles, type Role } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { record } from '../ledger/index.ts'
import { newPersonId } from './change-access.ts'
import { makeInvitation } from './invitation.ts'

/** Whom the operator of the machine may invite: those who then invite the others, and nobody who reads reports at once. */
const operatorInvites: readonly Role[] = [
  'agency administrator',
  'clearinghouse supervisor',
  'auditor',
  'operator',
]

export type OperatorWish = { name: string; agencyId: string; role: string }
export type NewInvitation = { personId: string; name: string; agency: string; role: Role; token: string }

/**
 * Makes a person and the one-time link by which they register their first passkey: how an agency begins. As the operator.
 * @throws Error with one sentence for a role or agency that is none, or not the operator's to give
 */
export const inviteByOperator = async (
  tx: Transaction,
  wish: OperatorWish,
  now: Date,
): Promise<NewInvitation> => {
  const role = roles.find((each) => each === wish.role)
  if (!role || !operatorInvites.includes(role))
    throw new Error(
      `From here you can invite: ${operatorInvites.join(', ')}. They invite the others at the desk.`,
    )
  const [agency] = await tx.prepared<{ name: string; kind: string }>(
    'operator-agency',
    'select name, kind from agency where agency_id = $1',
    [wish.agencyId],
  )
  if (!agency) throw new Error(`There is no agency "${wish.agencyId}". See docs/reference/agencies.md.`)
  const isClearinghouse = agency.kind === 'clearinghouse'
  const fits = role === 'auditor' || isClearinghouse === (role !== 'agency administrator')
  if (!fits) throw new Error(`At ${agency.name} nobody can be ${role}.`)
  const name = wish.name.trim()
  if (name === '' || name.length > 120) throw new Error('A name has 1 to 120 characters.')
  const personId = newPersonId()
  await tx.prepared(
    'operator-person',
    'insert into person (person_id, name, created_at) values ($1, $2, $3)',
    [personId, name, now],
  )
  await tx.prepared(
    'operator-membership',
    'insert into membership (person_id, agency_id, role, granted_at) values ($1, $2, $3, $4)',
    [personId, wish.agencyId, role, now],
  )
  await record(tx, now, {
    action: 'person.added',
    object: { kind: 'person', id: personId },
    details: { agency: wish.agencyId, role, demo: false },
  })
  const token = await makeInvitation(tx, { personId, agencyId: wish.agencyId }, 'join', now)
  return { personId, name, agency: agency.name, role, token }
}
