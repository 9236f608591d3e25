import { LedgerError } from '@opentipline/ledger'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../db/actor.ts'
import { recordDenial } from '../../http/denial.ts'
import { permit, Problem, requireStepUp, type Session, sessionOf } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { checkpointOf, newestCheckpoint, publishedTile } from './published.ts'
import { record } from './record.ts'

/** A whole tile never changes; a partial one neither, but nobody asks for it for long. */
const yearSeconds = 31_536_000

/**
 * The log as tlog-tiles clients read it. Checkpoints and hashes are for anybody: they name nothing. Entries name who
 * did what, so their bundles are for who may export the whole log.
 */
export const ledgerRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, ledgerKey } = services
  app.get('/ledger/key', (_request, reply) => sendText(reply, `${ledgerKey.verifier}\n`))

  app.get('/ledger/checkpoint', async (request, reply) => {
    const newest = await database.transaction(visitor(request), newestCheckpoint)
    if (!newest) throw new Problem('not-ready', 'The first checkpoint has not been signed yet.')
    return sendText(reply, newest.note)
  })

  app.get<{ Params: { size: string } }>('/ledger/checkpoint/:size', async (request, reply) => {
    const size = /^\d{1,15}$/.test(request.params.size) ? Number(request.params.size) : -1
    const found = await database.transaction(visitor(request), (tx) => checkpointOf(tx, size))
    if (!found) throw new Problem('not-found', 'No checkpoint of that size was signed.')
    return sendText(reply, found.note)
  })

  app.get<{ Params: { '*': string } }>('/ledger/tile/*', async (request, reply) => {
    const path = `tile/${request.params['*']}`
    const bytes = path.startsWith('tile/entries/')
      ? await readEntries(services, await auditorOf(services, request, reply), path)
      : await readTile(services, visitor(request), path)
    if (!bytes) throw new Problem('not-found', 'The newest checkpoint covers no such tile.')
    const shared = path.startsWith('tile/entries/') ? 'private' : 'public'
    return reply
      .type('application/octet-stream')
      .header('cache-control', `${shared}, max-age=${yearSeconds}, immutable`)
      .send(Buffer.from(bytes))
  })
}

const sendText = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/plain; charset=utf-8').header('cache-control', 'no-cache').send(text)

const visitor = (request: FastifyRequest): Actor => ({
  role: 'tipline_desk',
  kind: 'visitor',
  source: request.ip,
})

const readTile = async (
  { database }: Services,
  actor: Actor,
  path: string,
): Promise<Uint8Array | undefined> => {
  try {
    return await database.transaction(actor, (tx) => publishedTile(tx, path))
  } catch (error) {
    if (error instanceof LedgerError && error.code === 'bad-path') return undefined
    throw error
  }
}

/** Entries are read by a person, so the reading is itself an entry. */
const readEntries = async (
  services: Services,
  session: Session,
  path: string,
): Promise<Uint8Array | undefined> => {
  const bytes = await readTile(services, session.actor, path)
  if (bytes)
    await services.database.transaction(session.actor, (tx) =>
      record(tx, services.now(), {
        action: 'ledger.exported',
        object: { kind: 'ledger', id: services.ledgerKey.trust.origin },
        details: { path },
      }),
    )
  return bytes
}

const auditorOf = async (
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Session> => {
  const session = await sessionOf(services, request, reply)
  try {
    permit(session, 'exportLedger', 'clearinghouse')
  } catch (error) {
    await recordDenial(services, session.actor, 'exportLedger', request.url)
    throw error
  }
  requireStepUp(session, services)
  return session
}
