/** What keeps PostgreSQL from running here; `message` is a sentence an operator can act on. */
export class PostgresFault extends Error {
  override readonly name = 'PostgresFault'
  readonly code: PostgresFaultCode

  constructor(code: PostgresFaultCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

export type PostgresFaultCode =
  | 'in use'
  | 'no account'
  | 'no binaries'
  | 'not durable'
  | 'not lesser'
  | 'not private'
  | 'not reachable'
  | 'not started'
  | 'not stopped'
  | 'not usable'
  | 'other version'
