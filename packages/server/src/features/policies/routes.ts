import type { FastifyInstance } from 'fastify'
import { permit, Problem, serve } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'
import { activatePolicy } from './activate.ts'
import { copyPolicy } from './copy.ts'
import { editPolicy } from './edit.ts'
import { listPolicies } from './list.ts'
import { previewPolicy, readPreviewTips } from './preview.ts'
import { proposePolicy, withdrawPolicy } from './propose.ts'
import { readPolicy } from './read.ts'
import { setSecondPerson } from './set-second-person.ts'

/** Tips that a preview looks at, and the position down to which is worked, where none is asked for. */
const previewTipsDefault = 1_000
const lineDefault = 50

export const policyRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now, policies } = services

  serve(app, services, 'listPolicies', async ({ session }) => {
    permit(session, 'listPolicies', 'own agency')
    return database.transaction(session.actor, (tx) => listPolicies(tx, session, policies))
  })

  serve(app, services, 'readPolicy', async ({ session, params }) => {
    permit(session, 'readPolicy', 'own agency')
    return database.transaction(session.actor, (tx) => readPolicy(tx, session, params))
  })

  serve(app, services, 'copyPolicy', async ({ session, params }) => {
    permit(session, 'copyPolicy', 'own agency')
    return database.transaction(session.actor, (tx) => copyPolicy(tx, session, params, now()))
  })

  serve(app, services, 'editPolicy', async ({ session, params, body }) => {
    permit(session, 'editPolicy', 'own agency')
    return database.transaction(session.actor, (tx) => editPolicy(tx, session, params, body.text, now()))
  })

  serve(app, services, 'previewPolicy', async ({ session, params, body }) => {
    permit(session, 'previewPolicy', 'own agency')
    const agencyId = session.actor.agencyId
    const found = await database.transaction(session.actor, async (tx) => {
      const policy = await policies.version(tx, agencyId, params.policyId, Number(params.version))
      if (!policy) throw new Problem('not-found', 'There is no such policy that can be used.')
      await record(tx, now(), {
        action: 'policy.previewed',
        object: { kind: 'policy', id: policy.id },
        details: { version: policy.version },
      })
      return {
        policy,
        against: (await policies.inForce(tx, [agencyId])).get(agencyId) ?? policies.standard,
        tips: await readPreviewTips(tx, agencyId, body.last ?? previewTipsDefault),
      }
    })
    return previewPolicy(found.policy, found.against, found.tips, body.line ?? lineDefault)
  })

  serve(app, services, 'proposePolicy', async ({ session, params, body }) => {
    permit(session, 'proposePolicy', 'own agency')
    return database.transaction(session.actor, (tx) =>
      proposePolicy(tx, session, params, body.because, now()),
    )
  })

  serve(app, services, 'withdrawPolicy', async ({ session, params }) => {
    permit(session, 'withdrawPolicy', 'own agency')
    return database.transaction(session.actor, (tx) => withdrawPolicy(tx, session, params, now()))
  })

  serve(app, services, 'activatePolicy', async ({ session, params }) => {
    permit(session, 'activatePolicy', 'own agency')
    const made = await database.transaction(session.actor, (tx) => activatePolicy(tx, session, params, now()))
    services.wakePipeline()
    return made
  })

  serve(app, services, 'setSecondPerson', async ({ session, body }) => {
    permit(session, 'setSecondPerson', 'own agency')
    await database.transaction(session.actor, (tx) => setSecondPerson(tx, session, body.secondPerson, now()))
    return {}
  })
}
