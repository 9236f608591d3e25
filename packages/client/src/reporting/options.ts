import { reportingLimits } from './limits.ts'

export type ReportingClientOptions = {
  /** With its path, as documented: `https://HOST/ispws`. The calls are appended to it as they are. */
  baseUrl: string
  username: string
  password: string
  /** Milliseconds without any progress before a call is given up. */
  timeoutMs?: number
  /** Repetitions of a call that may be repeated; 0 for none. */
  retries?: number
  /** Milliseconds before the first repetition. */
  retryDelayMs?: number
  /** PEM of a private certificate authority to trust. */
  ca?: string
  /** Allow the password to travel unencrypted to another machine. Only for closed test networks. */
  allowPlainHttp?: boolean
}

export type Settings = {
  baseUrl: URL
  authorization: string
  timeoutMs: number
  retries: number
  retryDelayMs: number
  ca: string | undefined
}

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]'])

const baseUrlOf = (options: ReportingClientOptions): URL => {
  const url = new URL(options.baseUrl)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new TypeError('baseUrl: expected https or http')
  if (url.username !== '' || url.password !== '')
    throw new TypeError('baseUrl: give the credentials apart from it')
  if (url.search !== '' || url.hash !== '')
    throw new TypeError('baseUrl: expected neither a query nor a fragment')
  const open = url.protocol === 'http:' && !loopbackNames.has(url.hostname) && options.allowPlainHttp !== true
  if (open) throw new TypeError('baseUrl: over http the password would travel unencrypted; use https')
  url.pathname = url.pathname.replace(/\/+$/, '')
  return url
}

const wholeNumber = (name: string, value: number, min: number): number => {
  if (!Number.isSafeInteger(value) || value < min)
    throw new TypeError(`${name}: expected a whole number from ${min}`)
  return value
}

/** Checks the options once, at the start. Throws a TypeError that names the faulty one. */
export const settingsOf = (options: ReportingClientOptions): Settings => {
  if (options.username.includes(':')) throw new TypeError('username: HTTP Basic cannot carry a colon in it')
  const credentials = Buffer.from(`${options.username}:${options.password}`, 'utf8').toString('base64')
  return {
    baseUrl: baseUrlOf(options),
    authorization: `Basic ${credentials}`,
    timeoutMs: wholeNumber('timeoutMs', options.timeoutMs ?? reportingLimits.timeoutMs, 1),
    retries: wholeNumber('retries', options.retries ?? reportingLimits.retries, 0),
    retryDelayMs: wholeNumber('retryDelayMs', options.retryDelayMs ?? reportingLimits.retryDelayMs, 0),
    ca: options.ca,
  }
}
