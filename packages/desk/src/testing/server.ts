import {
  type AnswerOf,
  type OperationName,
  operations,
  type ProblemCode,
  problems,
} from '@opentipline/contract'
import { vi } from 'vitest'

/** What a test's server says to one operation: an answer, a refusal, silence, or whatever a function makes of the call. */
export type Say<N extends OperationName> =
  | AnswerOf<N>
  | Refusal
  | ((call: Call) => AnswerOf<N> | Refusal | Promise<AnswerOf<N> | Refusal>)
export type Call = { params: Record<string, string>; query: URLSearchParams; body: unknown }
export type Says = { [N in OperationName]?: Say<N> }

class Refusal {
  readonly code: ProblemCode | 'silence'
  readonly more: Record<string, unknown>
  constructor(code: ProblemCode | 'silence', more: Record<string, unknown> = {}) {
    this.code = code
    this.more = more
  }
}
export const refuse = (code: ProblemCode, more: Record<string, unknown> = {}): Refusal =>
  new Refusal(code, more)
/** No answer comes: the connection is gone. */
export const silence = new Refusal('silence')

const names = Object.keys(operations).filter((key): key is OperationName => Object.hasOwn(operations, key))

const match = (name: OperationName, method: string, path: string): Record<string, string> | undefined => {
  const pattern = operations[name].path.replace(/:([A-Za-z]+)/g, '(?<$1>[^/]+)')
  const found = operations[name].method === method ? new RegExp(`^${pattern}$`).exec(path) : null
  return found ? { ...found.groups } : undefined
}

const problemResponse = ({ code, more }: Refusal): Response => {
  if (code === 'silence') throw new TypeError('fetch failed')
  const body = { type: 'about:blank', ...problems[code], code, requestId: 'request-17', ...more }
  return new Response(JSON.stringify(body), { status: problems[code].status })
}

const bodyOf = (init: RequestInit | undefined): unknown =>
  typeof init?.body === 'string' ? JSON.parse(init.body) : init?.body

/** A server of the desk API for one test. Returns the calls it was given, by operation. */
export const serve = (says: Says) => {
  const calls: { name: OperationName; call: Call }[] = []
  const answer = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const url = new URL(String(input), 'http://desk.example.com')
    const method = init?.method ?? 'GET'
    for (const name of names) {
      const params = match(name, method, url.pathname)
      if (!params) continue
      const call = { params, query: url.searchParams, body: bodyOf(init) }
      calls.push({ name, call })
      const said: unknown = says[name]
      const result: unknown = typeof said === 'function' ? await said(call) : said
      if (result instanceof Refusal) return problemResponse(result)
      return result === undefined
        ? problemResponse(refuse('not-found'))
        : new Response(JSON.stringify(result))
    }
    return new Response('<html>', { status: 502 })
  }
  vi.stubGlobal('fetch', vi.fn(answer))
  return { calls, count: (name: OperationName) => calls.filter((each) => each.name === name).length }
}
