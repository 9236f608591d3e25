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
