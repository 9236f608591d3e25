import type { ResponseCode } from '@opentipline/formats'

/** An answer of the Reporting API with a non-zero code. Nothing of the call was stored. */
export class Refusal extends Error {
  readonly code: ResponseCode
  constructor(code: ResponseCode, detail?: string) {
    super(detail ?? '')
    this.name = 'Refusal'
    this.code = code
  }
}

/**
 * The credential's limit is reached. The documentation names no code for it, so it is told as the failures that known
 * clients repeat (1000) and with HTTP 429 (RFC 6585): nothing was stored, and the same call may be made again.
 */
export class TooManyCalls extends Refusal {
  readonly retryAfterSeconds: number
  constructor(callsPerMinute: number, retryAfterSeconds: number) {
    super(
      1000,
      `Too many calls: this credential may make ${callsPerMinute} a minute. Nothing of this call was stored; make it again after ${retryAfterSeconds} seconds`,
    )
    this.name = 'TooManyCalls'
    this.retryAfterSeconds = retryAfterSeconds
  }
}
