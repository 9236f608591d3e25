import { openApi } from '@opentipline/contract'
import type { FastifyInstance } from 'fastify'

/** `GET /api/openapi.json`: what the JSON API takes and gives, for whoever writes a client. Anybody may read it. */
export const openApiRoute = (app: FastifyInstance): void => {
  const document = openApi()
  app.get('/api/openapi.json', async () => document)
}
