import { Type } from 'typebox'
import { roles } from '../people.ts'
import { AgencyPeople, ChangeMade } from '../sign-in.ts'
import { because, id, none, operation, opt } from './operation.ts'

const personParams = Type.Object({ personId: id })
const role = Type.Enum(roles)
/** An OpenID provider's name of a person: exact, never an e-mail address that could be given to somebody else. */
const subject = Type.String({ minLength: 1, maxLength: 255 })
const signedIn = { who: 'signed in', query: none } as const

/** Who belongs to an agency and may do what there. */
export const accessOperations = {
  listPeople: operation({
    ...signedIn,
    method: 'GET',
    path: '/api/people',
    summary: 'The people of one’s agency, and the changes that wait for a second person.',
    params: none,
    body: none,
    answer: AgencyPeople,
  }),
  invitePerson: operation({
    ...signedIn,
    method: 'POST',
    path: '/api/people/invite',
    stepUp: true,
    summary:
      'Invites somebody: a new person by name, or one who has an account by their id. Takes effect when a second person approves it.',
    params: none,
    body: Type.Object({
      name: opt(Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' })),
      personId: opt(id),
      role,
      subject: opt(subject),
      because,
    }),
    answer: ChangeMade,
  }),
  changeRole: operation({
    ...signedIn,
    method: 'POST',
    path: '/api/people/:personId/role',
    stepUp: true,
    summary: 'Gives somebody else another role. Takes effect when a second person approves it.',
    params: personParams,
    body: Type.Object({ role, because }),
    answer: ChangeMade,
  }),
  bindSubject: operation({
    ...signedIn,
    method: 'POST',
    path: '/api/people/:personId/subject',
    stepUp: true,
    summary:
      'Says by which subject the agency’s OpenID provider names a person. Takes effect when a second person approves it.',
    params: personParams,
    body: Type.Object({ subject, because }),
    answer: ChangeMade,
  }),
  recoverPerson: operation({
    ...signedIn,
    method: 'POST',
    path: '/api/people/:personId/recover',
    stepUp: true,
    summary:
      'Lets somebody who lost their passkeys register anew. Takes effect when a second person approves it; then every passkey they had is worth nothing.',
    params: personParams,
    body: Type.Object({ because }),
    answer: ChangeMade,
  }),
  unlockPerson: operation({
    ...signedIn,
    method: 'POST',
    path: '/api/people/:personId/unlock',
    stepUp: true,
    summary: 'Unlocks an account that failed sign-ins locked, or enables one that was long unused.',
    params: personParams,
    body: none,
    answer: none,
  }),
  endMembership: operation({
    ...signedIn,
    method: 'POST',
    path: '/api/people/:personId/end',
    stepUp: true,
    summary: 'Ends somebody’s membership of the agency, and their sessions for it.',
    params: personParams,
    body: Type.Object({ because }),
    answer: none,
  }),
  decideChange: operation({
    ...signedIn,
    method: 'POST',
    path: '/api/people/changes/:changeId',
    stepUp: true,
    summary:
      'Approves or refuses a change that a colleague asked for: never one’s own, nor one about oneself.',
    params: Type.Object({ changeId: Type.String({ pattern: '^[0-9a-f-]{36}$' }) }),
    body: Type.Object({ approve: Type.Boolean() }),
    answer: ChangeMade,
  }),
} as const
