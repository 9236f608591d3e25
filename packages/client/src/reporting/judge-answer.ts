import { type AnswerRead, type ReportResponse, readReportResponse } from '@opentipline/formats'
import type { Outcome } from './reporting-error.ts'
import type { Exchange } from './transport.ts'

/** One attempt, judged: the answer to go on with, or what its failure left behind and whether waiting may help. */
export type Judged =
  | {
      kind: 'success'
      bytes: Uint8Array
      /** The answer where it is a `reportResponse`; a finish has another. */
      answer: AnswerRead<ReportResponse>
      requestId: string | undefined
    }
  | {
      kind: 'failure'
      outcome: Outcome
      /** Whether the same request may succeed later. */
      mayPass: boolean
      description: string
      code?: number
      httpStatus?: number
      requestId?: string | undefined
      retryAfterMs?: number | undefined
      cause?: unknown
    }

/** Answers of something between here and the server, which does not know whether the server went on. */
const gatewayStatuses = new Set([502, 504])

/** RFC 9110 section 10.2.3: seconds, or a date. Undefined where it is neither. */
export const retryAfterMs = (header: string | undefined, nowMs: number): number | undefined => {
  if (header === undefined) return undefined
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs)
}

type Verdict = { outcome: Outcome; mayPass: boolean }

/**
 * The 1000s and every 5xx of the server mean that nothing was stored; the other codes refuse. 429 and 408 are given
 * before a request is carried out.
 */
const verdictOf = (status: number, answer: ReportResponse | undefined): Verdict => {
  if (status === 429 || status === 408) return { outcome: 'not stored', mayPass: true }
  if (answer === undefined && gatewayStatuses.has(status)) return { outcome: 'unknown', mayPass: true }
  const code = answer?.code ?? 0
  // Code 1210 says "no such path": it is of the 1000s, but repeating cannot help.
  if (code >= 1000 && code < 2000 && code !== 1210) return { outcome: 'not stored', mayPass: true }
  if (status >= 500) return { outcome: 'not stored', mayPass: true }
  if (status >= 200 && status < 300 && code === 0) return { outcome: 'unknown', mayPass: false }
  return { outcome: 'refused', mayPass: false }
}

const describe = (status: number, answer: ReportResponse | undefined): string =>
  answer === undefined || answer.description.trim() === ''
    ? `HTTP status ${status} without a readable answer`
    : answer.description

const judgeFailure = (exchange: Extract<Exchange, { kind: 'failed' }>): Judged => ({
  kind: 'failure',
  outcome: exchange.reached === 'not received' ? 'not stored' : 'unknown',
  mayPass: true,
  description: exchange.cause instanceof Error ? exchange.cause.message : 'The connection failed',
  cause: exchange.cause,
})

/**
 * Judges one exchange. A non-zero code is a failure whatever the HTTP status: servers have sent such codes with 200.
 * @param nowMs the moment of the answer, for a Retry-After that is a date.
 */
export const judgeAnswer = (exchange: Exchange, nowMs: number): Judged => {
  if (exchange.kind === 'failed') return judgeFailure(exchange)
  const { status, headers, bytes } = exchange
  const given = headers['request-id']
  const requestId = typeof given === 'string' ? given : undefined
  const read = readReportResponse(bytes)
  const answer = read.ok ? read.value : undefined
  const good = status >= 200 && status < 300 && (answer?.code ?? 0) === 0
  if (good) return { kind: 'success', bytes, answer: read, requestId }
  return {
    kind: 'failure',
    ...verdictOf(status, answer),
    description: describe(status, answer),
    ...(answer === undefined ? {} : { code: answer.code }),
    httpStatus: status,
    requestId,
    retryAfterMs: retryAfterMs(headers['retry-after'], nowMs),
  }
}
