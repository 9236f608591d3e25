export type ReportingCall = 'status' | 'xsd' | 'submit' | 'upload' | 'fileinfo' | 'finish' | 'retract'

/**
 * What the failed call left behind at the server.
 * `not stored`: nothing, the same call may be made again. `refused`: nothing, and the same call would be refused again.
 * `unknown`: the request may have been received and carried out, but its answer did not arrive or cannot be read.
 */
export type Outcome = 'not stored' | 'unknown' | 'refused'

export type ReportingErrorDetails = {
  call: ReportingCall
  outcome: Outcome
  description: string
  /** The documented response code, where an answer carried one. */
  code?: number | undefined
  httpStatus?: number | undefined
  /** The server's own name for the request, to quote when asking about it. */
  requestId?: string | undefined
  /** How long the server asked to wait, where that is longer than this client waits by itself. */
  retryAfterMs?: number | undefined
  attempts: number
  cause?: unknown
}

/** A call of the Reporting API that did not succeed. */
export class ReportingError extends Error {
  readonly call: ReportingCall
  readonly outcome: Outcome
  readonly description: string
  readonly code: number | undefined
  readonly httpStatus: number | undefined
  readonly requestId: string | undefined
  readonly retryAfterMs: number | undefined
  /** Attempts made, this last one included. */
  readonly attempts: number

  constructor(details: ReportingErrorDetails) {
    const code = details.code === undefined ? '' : ` (code ${details.code})`
    super(`${details.call}: ${details.description}${code}; outcome: ${details.outcome}`, {
      cause: details.cause,
    })
    this.name = 'ReportingError'
    this.call = details.call
    this.outcome = details.outcome
    this.description = details.description
    this.code = details.code
    this.httpStatus = details.httpStatus
    this.requestId = details.requestId
    this.retryAfterMs = details.retryAfterMs
    this.attempts = details.attempts
  }
}
