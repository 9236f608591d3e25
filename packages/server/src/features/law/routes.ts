import { changesBy } from '@opentipline/domain'
import type { FastifyInstance } from 'fastify'
import { permit, Problem, serve } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { effectOn } from './effect.ts'
import { readLaw } from './read.ts'
import { checkOwnLaw, saveOwnLaw, setForum } from './save.ts'

export const lawRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now, law } = services

  serve(app, services, 'readLaw', async ({ session }) => {
    permit(session, 'readLaw', 'own agency')
    return database.transaction(session.actor, (tx) => readLaw(tx, session, law))
  })

  serve(app, services, 'readLawEffect', async ({ session, params }) => {
    permit(session, 'readLawEffect', 'own agency')
    const agencyId = session.actor.agencyId
    return database.transaction(session.actor, async (tx) => {
      const { pack, forum } = await law.forAgency(tx, agencyId)
      if (!pack.entries.some(({ id }) => id === params.lawId))
        throw new Problem('not-found', 'There is no such entry in the legal pack.')
      return effectOn(tx, agencyId, changesBy(pack, params.lawId, forum, now().toISOString().slice(0, 10)))
    })
  })

  serve(app, services, 'checkOwnLaw', async ({ session, body }) => {
    permit(session, 'checkOwnLaw', 'own agency')
    return database.transaction(session.actor, (tx) => checkOwnLaw(tx, session, law, body.text, now()))
  })

  serve(app, services, 'saveOwnLaw', async ({ session, body }) => {
    permit(session, 'saveOwnLaw', 'own agency')
    return database.transaction(session.actor, (tx) => saveOwnLaw(tx, session, law, body, now()))
  })

  serve(app, services, 'setForum', async ({ session, body }) => {
    permit(session, 'setForum', 'own agency')
    return database.transaction(session.actor, (tx) => setForum(tx, session, law, body, now()))
  })
}
