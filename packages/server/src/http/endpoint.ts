import {
  type AnswerOf,
  type BodyOf,
  type OperationName,
  type OperationShape,
  operations,
  type ParamsOf,
  type QueryOf,
} from '@opentipline/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Compile } from 'typebox/compile'
import type { Session } from './session.ts'
import type { Services } from '../platform/services.ts'
import { recordDenial } from './denial.ts'
import { Problem } from './problem.ts'
import { refuseCrossSite } from './same-site.ts'
import { sessionOf } from './session-of.ts'

/** What a handler is given: checked input, and the session unless the operation needs none. */
export type Call<N extends OperationName> = {
  services: Services
  params: ParamsOf<N>
  query: QueryOf<N>
  body: BodyOf<N>
  request: FastifyRequest
  reply: FastifyReply
}
export type SignedInCall<N extends OperationName> = Call<N> & { session: Session }

/** A handler reads *load, may I, act*; it opens the one transaction itself and answers from it. */
export type Handler<N extends OperationName> = (call: SignedInCall<N>) => Promise<AnswerOf<N>>
export type OpenHandler<N extends OperationName> = (call: Call<N>) => Promise<AnswerOf<N>>

/** Serves an operation that needs a sign-in. Denied attempts are in the ledger. */
export const serve = <N extends OperationName>(
  app: FastifyInstance,
  services: Services,
  name: N,
  handler: Handler<N>,
): void =>
  mount(
    app,
    name,
    async (call) => {
      const { worksLocked }: OperationShape = operations[name]
      const session = await sessionOf(services, call.request, call.reply, worksLocked)
      try {
        return await handler({ ...call, session })
      } catch (error) {
        if (error instanceof Problem && error.code === 'not-allowed')
          await recordDenial(services, session.actor, name, call.request.url)
        throw error
      }
    },
    services,
  )

/** Serves an operation anybody may call. */
export const serveOpen = <N extends OperationName>(
  app: FastifyInstance,
  services: Services,
  name: N,
  handler: OpenHandler<N>,
): void => mount(app, name, handler, services)

const mount = <N extends OperationName>(
  app: FastifyInstance,
  name: N,
  run: (call: Call<N>) => Promise<AnswerOf<N>>,
  services: Services,
): void => {
  const { method, path } = operations[name]
  const check = {
    params: checker(name, 'params'),
    query: checker(name, 'query'),
    body: checker(name, 'body'),
  }
  app.route({
    method,
    url: path,
    handler: async (request, reply) => {
      if (method === 'POST') refuseCrossSite(request)
      const answer = await run({
        services,
        params: check.params(request.params),
        query: check.query(request.query),
        body: check.body(request.body ?? {}),
        request,
        reply,
      })
      return reply.header('cache-control', 'no-store').send(answer)
    },
  })
}

type Part = 'params' | 'query' | 'body'
type PartOf<N extends OperationName, P extends Part> = P extends 'params'
  ? ParamsOf<N>
  : P extends 'query'
    ? QueryOf<N>
    : BodyOf<N>

/** Reads one part of a request by the contract's schema. Query strings are texts: they are converted first. */
const checker = <N extends OperationName, P extends Part>(name: N, part: P) => {
  const compiled = Compile(operations[name][part])
  return (value: unknown): PartOf<N, P> => {
    // A raw document (an import) is no object of the contract; its handler reads it.
    if (Buffer.isBuffer(value)) return {} as PartOf<N, P>
    const given = part === 'query' ? compiled.Convert(value) : value
    if (compiled.Check(given)) return given as PartOf<N, P>
    const at = [...compiled.Errors(given)].slice(0, 10).map((error) => ({
      path: `/${part}${error.instancePath}`,
      message: error.message,
    }))
    throw new Problem('bad-request', at.map((each) => `${each.path} ${each.message}`).join('; '), at)
  }
}
