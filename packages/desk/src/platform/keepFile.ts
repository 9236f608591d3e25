import { BadAnswer, DeskProblem, Unreachable } from '@opentipline/client/desk'
import { isProblem } from './fetchText.ts'

/**
 * Fetches a document that is no JSON.
 * @throws DeskProblem, Unreachable, BadAnswer
 */
export const fetchFile = async (url: string): Promise<Blob> => {
  const response = await globalThis.fetch(url, { credentials: 'same-origin' }).catch((cause: unknown) => {
    throw new Unreachable(cause)
  })
  if (response.ok) return response.blob()
  const value: unknown = await response.json().catch(() => undefined)
  throw isProblem(value) ? new DeskProblem(value) : new BadAnswer(response.status)
}

/** Hands bytes to the browser as a file. */
export const keepFile = (content: Blob, name: string): void => {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser has taken the bytes over by the next turn of its loop.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
