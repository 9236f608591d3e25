import { BadAnswer, DeskProblem, Unreachable } from '@opentipline/client/desk'
import { type ProblemDetails, problems } from '@opentipline/contract'

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const isProblem = (value: unknown): value is ProblemDetails =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  typeof value.code === 'string' &&
  Object.hasOwn(problems, value.code)

/**
 * Fetches a JSON document as the very text the server gives: read as values and written again, its large numbers would
 * change.
 * @throws DeskProblem, Unreachable, BadAnswer
 */
export const fetchText = async (url: string): Promise<string> => {
  const { ok, status, text } = await answerTo(url)
  const value = parsed(text)
  if (ok && value !== undefined) return text
  throw isProblem(value) ? new DeskProblem(value) : new BadAnswer(status)
}

/** The whole answer: a connection that breaks halfway is no answer. */
const answerTo = async (url: string): Promise<{ ok: boolean; status: number; text: string }> => {
  try {
    const response = await globalThis.fetch(url, { credentials: 'same-origin' })
    return { ok: response.ok, status: response.status, text: await response.text() }
  } catch (cause) {
    throw new Unreachable(cause)
  }
}
