import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { sendNotFound } from './app.ts'

const deskDist = join(import.meta.dirname, '../../../desk/dist')
/** Built files carry a hash of their content in their name: they never change. */
const yearSeconds = 31_536_000

/** Serves the desk: its built files, and its page for every path that is the desk's own to route. */
export const deskFiles = async (app: FastifyInstance): Promise<void> => {
  if (!existsSync(join(deskDist, 'index.html'))) return missingDesk(app)
  await app.register(fastifyStatic, {
    root: deskDist,
    wildcard: false,
    // The build lays compressed copies beside each file: nothing is compressed while somebody waits.
    preCompressed: true,
    index: false,
    setHeaders: (reply, path) => {
      const isHashed = path.includes('/assets/')
      void reply.header('cache-control', isHashed ? `public, max-age=${yearSeconds}, immutable` : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    // A page of the desk's own is its one page, which routes itself; anything else that is not there is not there.
    const isPage = request.method === 'GET' && request.headers.accept?.includes('text/html')
    return isPage ? reply.sendFile('index.html') : sendNotFound(request, reply)
  })
}

const missingDesk = (app: FastifyInstance): void => {
  app.setNotFoundHandler(sendNotFound)
  app.get('/', (_request, reply) =>
    reply
      .code(503)
      .type('text/plain; charset=utf-8')
      .send(
        'The desk has not been built. Run: npm run build:desk\nThe Reporting API under /ispws works without it.\n',
      ),
  )
}
