import { BadAnswer, DeskProblem, Unreachable } from '@opentipline/client/desk'
import { type ProblemDetails, problems } from '@opentipline/contract'

/** What was opened, in the memory of this page and nowhere else. */
export type Opened = { blob: Blob; kind: 'picture' | 'film' | 'not shown' }

const isProblem = (value: unknown): value is ProblemDetails =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  typeof value.code === 'string' &&
  Object.hasOwn(problems, value.code)

/** The kind by the type that the server found in the bytes. Nothing else is shown, whatever it may be. */
const kindOf = (type: string): Opened['kind'] => {
  if (/^image\/(png|jpeg|gif|webp|avif|bmp)$/.test(type)) return 'picture'
  return /^video\/(mp4|webm)$/.test(type) ? 'film' : 'not shown'
}

/** The bytes of an opening, whole. A connection that breaks is no file. @throws DeskProblem, BadAnswer, Unreachable */
export const fetchOpened = async (openingId: string, signal: AbortSignal): Promise<Opened> => {
  const url = `/api/openings/${encodeURIComponent(openingId)}/bytes`
  const answer = await globalThis
    .fetch(url, { credentials: 'same-origin', cache: 'no-store', signal })
    .catch((cause: unknown) => {
      throw new Unreachable(cause)
    })
  if (!answer.ok) {
    const value: unknown = await answer.json().catch(() => undefined)
    throw isProblem(value) ? new DeskProblem(value) : new BadAnswer(answer.status)
  }
  const blob = await answer.blob().catch((cause: unknown) => {
    throw new Unreachable(cause)
  })
  return { blob, kind: kindOf(answer.headers.get('content-type') ?? '') }
}
