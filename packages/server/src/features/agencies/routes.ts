import type { Agency } from '@opentipline/contract'
import type { FastifyInstance } from 'fastify'
import { q } from '../../db/query.ts'
import { permit, serve } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'

export const agencyRoutes = (app: FastifyInstance, services: Services): void =>
  serve(app, services, 'listAgencies', async ({ session }) => {
    permit(session, 'listAgencies', 'none')
    const rows = await services.database.transaction(session.actor, (tx) =>
      tx.rows(
        q
          .selectFrom('agency')
          .where('kind', '<>', 'clearinghouse')
          .select(['agency_id', 'name', 'kind', 'area'])
          .orderBy('name'),
      ),
    )
    return {
      agencies: rows.map((row) => ({
        agencyId: row.agency_id,
        name: row.name,
        kind: row.kind as Agency['kind'],
        ...(row.area ? { area: row.area } : {}),
      })),
    }
  })
