import type { FastifyInstance } from 'fastify'
import { answerSheet, permit, Problem, requireStepUp, serve } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { addAgencyTime, endAgencyTime, listAgencyTimes } from './agency-times.ts'
import { listClocks } from './board.ts'
import { makeCalendarFeed, readCalendar, readCalendarFeed, revokeCalendarFeed } from './calendar.ts'
import { endClock } from './end.ts'
import { exportClocks } from './export-clocks.ts'
import { addLogWindow, endLogWindow, listLogWindows } from './log-windows.ts'
import { readTipClocks } from './read.ts'
import { recordClock } from './record.ts'

export const clockRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'listClocks', async ({ session, query }) => {
    permit(session, 'listClocks', 'own agency')
    return database.transaction(session.actor, (tx) => listClocks(tx, session, query, now()))
  })

  serve(app, services, 'exportClocks', async ({ session, query, reply }) => {
    permit(session, 'exportClocks', 'own agency')
    requireStepUp(session, services)
    const bytes = await database.transaction(session.actor, (tx) => exportClocks(tx, session, query, now()))
    return answerSheet(reply, 'clocks', query.format, bytes)
  })

  serve(app, services, 'readTipClocks', async ({ session, params }) => {
    permit(session, 'readTipClocks', 'own agency')
    return database.transaction(session.actor, (tx) => readTipClocks(tx, session, params.tipId, now()))
  })

  serve(app, services, 'recordClock', async ({ session, params, body }) => {
    permit(session, 'recordClock', 'own agency')
    return database.transaction(session.actor, (tx) => recordClock(tx, session, params.tipId, body, now()))
  })

  serve(app, services, 'endClock', async ({ session, params, body }) => {
    permit(session, 'endClock', 'own agency')
    return database.transaction(session.actor, (tx) => endClock(tx, session, { ...params, ...body }, now()))
  })

  tableRoutes(app, services)
  calendarRoutes(app, services)
}

/** What the agency knows and sets. */
const tableRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'listLogWindows', async ({ session }) => {
    permit(session, 'listLogWindows', 'own agency')
    return database.transaction(session.actor, async (tx) => ({ windows: await listLogWindows(tx, session) }))
  })

  serve(app, services, 'addLogWindow', async ({ session, body }) => {
    permit(session, 'addLogWindow', 'own agency')
    return database.transaction(session.actor, (tx) => addLogWindow(tx, session, body, now()))
  })

  serve(app, services, 'endLogWindow', async ({ session, params, body }) => {
    permit(session, 'endLogWindow', 'own agency')
    return database.transaction(session.actor, (tx) =>
      endLogWindow(tx, session, { ...params, ...body }, now()),
    )
  })

  serve(app, services, 'listAgencyTimes', async ({ session }) => {
    permit(session, 'listAgencyTimes', 'own agency')
    return database.transaction(session.actor, async (tx) => ({ times: await listAgencyTimes(tx, session) }))
  })

  serve(app, services, 'addAgencyTime', async ({ session, body }) => {
    permit(session, 'addAgencyTime', 'own agency')
    return database.transaction(session.actor, (tx) => addAgencyTime(tx, session, body, now()))
  })

  serve(app, services, 'endAgencyTime', async ({ session, params, body }) => {
    permit(session, 'endAgencyTime', 'own agency')
    return database.transaction(session.actor, (tx) =>
      endAgencyTime(tx, session, { ...params, ...body }, now()),
    )
  })
}

const calendarRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'readCalendarFeed', async ({ session }) => {
    permit(session, 'readCalendarFeed', 'own agency')
    return database.transaction(session.actor, (tx) => readCalendarFeed(tx, session))
  })

  serve(app, services, 'makeCalendarFeed', async ({ session }) => {
    permit(session, 'makeCalendarFeed', 'own agency')
    return database.transaction(session.actor, (tx) => makeCalendarFeed(tx, session, now()))
  })

  serve(app, services, 'revokeCalendarFeed', async ({ session }) => {
    permit(session, 'revokeCalendarFeed', 'own agency')
    return database.transaction(session.actor, (tx) => revokeCalendarFeed(tx, session, now()))
  })

  // Beside the JSON API: a calendar program sends no cookie and reads no JSON. The address itself is the key.
  app.get<{ Params: { file: string } }>('/calendar/:file', async (request, reply) => {
    const token = /^([\w-]{43})\.ics$/.exec(request.params.file)?.[1]
    if (!token) throw new Problem('not-found', 'There is no such calendar.')
    const text = await readCalendar(services, token, request.ip)
    return reply
      .type('text/calendar; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="tipline.ics"')
      .send(text)
  })
}
