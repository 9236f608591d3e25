import type { FastifyInstance } from 'fastify'
import { permit, serve } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { engineerOf } from '../providers/index.ts'
import { giveCaseOutcome, giveOutcome } from './give.ts'
import { listCaseOutcomes, listOutcomes } from './list.ts'
import { readOutcomeNotices, seeOutcomeNotices } from './notices.ts'
import { readOwnScorecard } from './own-scorecard.ts'
import { periodOf } from './period.ts'
import { readScorecards } from './scorecards.ts'
import { withdrawOutcome } from './withdraw.ts'

export const outcomeRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'giveOutcome', async ({ session, params, body }) => {
    permit(session, 'giveOutcome', 'own agency')
    return database.transaction(session.actor, (tx) => giveOutcome(tx, session, params.tipId, body, now()))
  })

  serve(app, services, 'giveCaseOutcome', async ({ session, params, body }) => {
    permit(session, 'giveCaseOutcome', 'own agency')
    return database.transaction(session.actor, (tx) =>
      giveCaseOutcome(tx, session, { ...params, ...body }, now()),
    )
  })

  serve(app, services, 'withdrawOutcome', async ({ session, params }) => {
    permit(session, 'withdrawOutcome', 'own agency')
    return database.transaction(session.actor, (tx) => withdrawOutcome(tx, session, params.outcomeId, now()))
  })

  serve(app, services, 'listOutcomes', async ({ session, params }) => {
    permit(session, 'listOutcomes', 'own agency')
    return database.transaction(session.actor, (tx) => listOutcomes(tx, session, params.tipId))
  })

  serve(app, services, 'listCaseOutcomes', async ({ session, params }) => {
    permit(session, 'listCaseOutcomes', 'own agency')
    return database.transaction(session.actor, (tx) => listCaseOutcomes(tx, session, params.caseId))
  })

  noticeRoutes(app, services)
}

/** What reaches those who worked, and what the numbers say. */
const noticeRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'readOutcomeNotices', async ({ session }) => {
    permit(session, 'readOutcomeNotices', 'none')
    return database.transaction(session.actor, (tx) => readOutcomeNotices(tx, session))
  })

  serve(app, services, 'seeOutcomeNotices', async ({ session, body }) => {
    permit(session, 'seeOutcomeNotices', 'none')
    await database.transaction(session.actor, (tx) => seeOutcomeNotices(tx, session, body.noticeIds, now()))
    return {}
  })

  serve(app, services, 'readScorecards', async ({ session, query }) => {
    permit(session, 'readScorecards', 'clearinghouse')
    const period = periodOf(query, now())
    return database.transaction(session.actor, (tx) => readScorecards(tx, session, period, now()))
  })

  serve(app, services, 'readOwnScorecard', async ({ session, query }) => {
    const engineer = await engineerOf(services, session, 'readOwnScorecard')
    return database.transaction({ ...engineer, role: 'tipline_desk' }, (tx) =>
      readOwnScorecard(tx, engineer.providerId, query.quarter, now()),
    )
  })
}
