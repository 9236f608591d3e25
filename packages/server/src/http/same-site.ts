import type { FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'

/**
 * Refuses a write that another site's page started. Browsers state the origin of every such request; the cookie's
 * SameSite is the first defence and this the second.
 * @throws Problem not-allowed
 */
export const refuseCrossSite = (request: FastifyRequest): void => {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new Problem('not-allowed', 'This request was started by another site.')
  const origin = request.headers.origin
  if (origin !== undefined && URL.parse(origin)?.host !== request.host)
    throw new Problem('not-allowed', 'This request was started by another site.')
}
