import type { FastifyInstance } from 'fastify'
import { permit, serve } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { countersign } from './countersign.ts'
import { decide } from './decide.ts'
import { decideBundle } from './decide-bundle.ts'
import { releaseLease, takeLease } from './lease.ts'
import { listReferrals } from './list-referrals.ts'
import { addReason, listReasons, retireReason } from './reasons.ts'
import { acceptReferral, returnReferral, withdrawReferral } from './referral.ts'
import { reopenTip } from './reopen.ts'
import { undoDecision } from './undo.ts'

export const decisionRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'decide', async ({ session, params, body }) => {
    permit(session, 'decide', 'own agency')
    return database.transaction(session.actor, (tx) =>
      decide(tx, session, services, params.tipId, body, now()),
    )
  })

  serve(app, services, 'undoDecision', async ({ session, params }) => {
    permit(session, 'undoDecision', 'own agency')
    return database.transaction(session.actor, (tx) => undoDecision(tx, session, params.decisionId, now()))
  })

  serve(app, services, 'reopenTip', async ({ session, params, body }) => {
    permit(session, 'reopenTip', 'own agency')
    await database.transaction(session.actor, (tx) => reopenTip(tx, session, params.tipId, body.note, now()))
    return {}
  })

  serve(app, services, 'countersignDecision', async ({ session, params, body }) => {
    permit(session, 'countersignDecision', 'own agency')
    return database.transaction(session.actor, (tx) =>
      countersign(tx, session, params.decisionId, body, now()),
    )
  })

  referralRoutes(app, services)
  leaseRoutes(app, services)
  reasonRoutes(app, services)

  serve(app, services, 'decideBundle', async ({ session, params, body }) => {
    permit(session, 'decideBundle', 'own agency')
    return database.transaction(session.actor, (tx) =>
      decideBundle(tx, session, services, params.bundleId, body, now()),
    )
  })
}

const referralRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'acceptReferral', async ({ session, params }) => {
    permit(session, 'acceptReferral', 'own agency')
    await database.transaction(session.actor, (tx) => acceptReferral(tx, session, params.tipId, now()))
    return {}
  })

  serve(app, services, 'returnReferral', async ({ session, params, body }) => {
    permit(session, 'returnReferral', 'own agency')
    await database.transaction(session.actor, (tx) => returnReferral(tx, session, params.tipId, body, now()))
    return {}
  })

  serve(app, services, 'withdrawReferral', async ({ session, params, body }) => {
    permit(session, 'withdrawReferral', 'own agency')
    await database.transaction(session.actor, (tx) =>
      withdrawReferral(tx, session, params.tipId, body.because, now()),
    )
    return {}
  })

  serve(app, services, 'listReferrals', async ({ session }) => {
    permit(session, 'listReferrals', 'own agency')
    return database.transaction(session.actor, async (tx) => ({
      referrals: await listReferrals(tx, session),
    }))
  })
}

const leaseRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'takeLease', async ({ session, params, body }) => {
    permit(session, 'takeLease', 'own agency')
    return database.transaction(session.actor, async (tx) => ({
      lease: await takeLease(tx, session, params.tipId, body.takeOver === true, now()),
    }))
  })

  serve(app, services, 'releaseLease', async ({ session, params }) => {
    permit(session, 'releaseLease', 'own agency')
    return database.transaction(session.actor, async (tx) => ({
      lease: await releaseLease(tx, session, params.tipId, now()),
    }))
  })
}

const reasonRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'listReasons', async ({ session }) => {
    permit(session, 'listReasons', 'own agency')
    return database.transaction(session.actor, (tx) => listReasons(tx, session))
  })

  serve(app, services, 'addReason', async ({ session, body }) => {
    permit(session, 'addReason', 'own agency')
    return database.transaction(session.actor, (tx) => addReason(tx, session, body, now()))
  })

  serve(app, services, 'retireReason', async ({ session, params }) => {
    permit(session, 'retireReason', 'own agency')
    return database.transaction(session.actor, (tx) => retireReason(tx, session, params.reasonId, now()))
  })
}
