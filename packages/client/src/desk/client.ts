import type { AnswerOf, OperationName } from '@opentipline/contract'
import { BadAnswer, DeskProblem, Unreachable, isProblem } from './errors.ts'
import { type CallInput, type LooseInput, requestFor } from './request.ts'

export type { CallInput } from './request.ts'

export type DeskClientOptions = {
  /** Origin of the server; empty for the page's own. */
  baseUrl?: string
  /** For tests and for programs that bring their own cookies or proxy. */
  fetch?: typeof globalThis.fetch
}

export type DeskClient = {
  /**
   * Calls one operation of the contract by its name.
   * Rejects with DeskProblem (the server said no), Unreachable (no answer) or BadAnswer (not our answer).
   */
  call<N extends OperationName>(name: N, input: CallInput<N>): Promise<AnswerOf<N>>
}

const send = async (fetcher: typeof globalThis.fetch, url: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetcher(url, init)
  } catch (cause) {
    // A caller's own abort is not a lost connection: it is passed on as it is.
    if (init.signal?.aborted) throw cause
    throw new Unreachable(cause)
  }
}

const parse = async (response: Response): Promise<unknown> => {
  const text = await response.text()
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new BadAnswer(response.status)
  }
}

const answerOf = async (response: Response): Promise<unknown> => {
  const value = await parse(response)
  if (response.ok) return value
  throw isProblem(value) ? new DeskProblem(value) : new BadAnswer(response.status)
}

/** A client of the desk API. Types, methods and paths come from the contract's list of operations. */
export const createDeskClient = (options: DeskClientOptions = {}): DeskClient => {
  const { baseUrl = '', fetch: fetcher = globalThis.fetch.bind(globalThis) } = options
  return {
    async call<N extends OperationName>(name: N, input: CallInput<N>): Promise<AnswerOf<N>> {
      const { url, init } = requestFor(name, input as LooseInput, baseUrl)
      // The one place where the wire becomes a type: the server validates its answers against the same schema.
      return (await answerOf(await send(fetcher, url, init))) as AnswerOf<N>
    },
  }
}
