import type { FastifyInstance } from 'fastify'
import { permit, requireStepUp, serve, type Session } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { decideChange } from './change-access.ts'
import { bindSubject, changeRole, endMembership, recoverPerson, unlockPerson } from './change-person.ts'
import { invitePerson } from './invite-person.ts'
import { listPeople } from './list-people.ts'

const standing = (session: Session) => (session.actor.isClearinghouse ? 'clearinghouse' : 'own agency')

/** Who belongs to an agency and may do what there. */
export const accessRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'listPeople', async ({ session }) => {
    permit(session, 'listPeople', standing(session))
    return database.transaction(session.actor, (tx) => listPeople(tx, session))
  })

  serve(app, services, 'invitePerson', async ({ session, body }) => {
    permit(session, 'invitePerson', standing(session))
    requireStepUp(session, services)
    return database.transaction(session.actor, (tx) => invitePerson(tx, services, session, body, now()))
  })

  serve(app, services, 'changeRole', async ({ session, params, body }) => {
    permit(session, 'changeRole', standing(session))
    requireStepUp(session, services)
    return database.transaction(session.actor, (tx) =>
      changeRole(tx, services, session, { ...body, ...params }, now()),
    )
  })

  serve(app, services, 'bindSubject', async ({ session, params, body }) => {
    permit(session, 'bindSubject', standing(session))
    requireStepUp(session, services)
    return database.transaction(session.actor, (tx) =>
      bindSubject(tx, services, session, { ...body, ...params }, now()),
    )
  })

  serve(app, services, 'recoverPerson', async ({ session, params, body }) => {
    permit(session, 'recoverPerson', standing(session))
    requireStepUp(session, services)
    return database.transaction(session.actor, (tx) =>
      recoverPerson(tx, services, session, { ...body, ...params }, now()),
    )
  })

  serve(app, services, 'unlockPerson', async ({ session, params }) => {
    permit(session, 'unlockPerson', standing(session))
    requireStepUp(session, services)
    await database.transaction(session.actor, (tx) => unlockPerson(tx, session, params.personId, now()))
    return {}
  })

  serve(app, services, 'endMembership', async ({ session, params, body }) => {
    permit(session, 'endMembership', standing(session))
    requireStepUp(session, services)
    await database.transaction(session.actor, (tx) =>
      endMembership(tx, session, { ...body, ...params }, now()),
    )
    return {}
  })

  serve(app, services, 'decideChange', async ({ session, params, body }) => {
    permit(session, 'decideChange', standing(session))
    requireStepUp(session, services)
    return database.transaction(session.actor, (tx) =>
      decideChange(tx, services, session, { ...body, ...params }, now()),
    )
  })
}
