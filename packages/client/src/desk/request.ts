import {
  type BodyOf,
  type OperationName,
  type ParamsOf,
  type QueryOf,
  operations,
} from '@opentipline/contract'

/** Operations whose body is the document itself, byte for byte, and not JSON of ours. */
const rawBodies = { importReport: true } as const
export type RawBodyName = keyof typeof rawBodies
export type RawBody = Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | string

type BodyFor<N extends OperationName> = N extends RawBodyName ? RawBody : BodyOf<N>
type Slot<K extends string, T> = Record<string, never> extends T ? { [P in K]?: T } : { [P in K]: T }

/** What a call takes: each part is required exactly where the operation requires something in it. */
export type CallInput<N extends OperationName> = Slot<'params', ParamsOf<N>> &
  Slot<'query', QueryOf<N>> &
  Slot<'body', BodyFor<N>> & { signal?: AbortSignal }

/** The parts of a call without their operation's types, for the functions that treat all alike. */
export type LooseInput = {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  signal?: AbortSignal
}

const fillPath = (path: string, params: Record<string, unknown>): string =>
  path.replace(/:([A-Za-z]+)/g, (_, key: string) => {
    const value = params[key]
    if (value === undefined || value === '') throw new TypeError(`The path ${path} needs ${key}`)
    return encodeURIComponent(String(value))
  })

const queryString = (query: Record<string, unknown>): string => {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  if (pairs.length === 0) return ''
  return `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}`
}

const isRaw = (body: unknown): body is RawBody =>
  typeof body === 'string' ||
  body instanceof Blob ||
  body instanceof ArrayBuffer ||
  body instanceof Uint8Array

const bodyOf = (name: OperationName, body: unknown): Pick<RequestInit, 'body' | 'headers'> => {
  const raw = Object.hasOwn(rawBodies, name)
  // Octets, so that nothing on the way parses or re-encodes what must be kept as received.
  if (raw && isRaw(body)) return { body, headers: { 'content-type': 'application/octet-stream' } }
  return { body: JSON.stringify(body ?? {}), headers: { 'content-type': 'application/json' } }
}

/** The URL (relative to `baseUrl`) and `fetch` options of one call. A missing path parameter is a TypeError. */
export const requestFor = (
  name: OperationName,
  input: LooseInput,
  baseUrl: string,
): { url: string; init: RequestInit } => {
  const { method, path } = operations[name]
  const url = baseUrl + fillPath(path, input.params ?? {}) + queryString(input.query ?? {})
  const init: RequestInit = { method, credentials: 'same-origin' }
  if (input.signal) init.signal = input.signal
  return { url, init: method === 'POST' ? { ...init, ...bodyOf(name, input.body) } : init }
}
