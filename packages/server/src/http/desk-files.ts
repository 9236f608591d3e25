import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Problem, problemBody } from './problem.ts'

const deskDist = join(import.meta.dirname, '../../../desk/dist')
/** Built files carry a hash of their content in their name: they never change. */
const yearSeconds = 31_536_000

/** Serves the desk: its built files, and its page for every path that is the desk's own to route. */
export const deskFiles = async (app: FastifyInstance): Promise<void> => {
  if (!existsSync(join(deskDist, 'index.html'))) return missingDesk(app)
  await app.register(fastifyStatic, {
    root: deskDist,
    wildcard: false,
    index: false,
    setHeaders: (reply, path) => {
      const isHashed = path.includes('/assets/')
      void reply.header('cache-control', isHashed ? `public, max-age=${yearSeconds}, immutable` : 'no-cache')
    },
  })
  app.get('/*', (request, reply) => {
    const isPage =
      request.headers.accept?.includes('text/html') && !/^\/(api|ispws|health)\b/.test(request.url)
    if (isPage) return reply.sendFile('index.html')
    const problem = new Problem('not-found', `There is nothing at GET ${request.url.slice(0, 200)}.`)
    return reply.code(404).type('application/problem+json').send(problemBody(problem, request.id))
  })
}

const missingDesk = (app: FastifyInstance): void => {
  app.get('/', (_request, reply) =>
    reply
      .code(503)
      .type('text/plain; charset=utf-8')
      .send(
        'The desk has not been built. Run: npm run build:desk\nThe Reporting API under /ispws works without it.\n',
      ),
  )
}
