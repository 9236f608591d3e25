/** What can be wrong with a text, an entry or a call of this package. Stable; messages may be reworded. */
export type LedgerErrorCode =
  | 'bad-entry'
  | 'bad-bundle'
  | 'bad-tile'
  | 'bad-path'
  | 'bad-key'
  | 'bad-note'
  | 'bad-checkpoint'
  | 'bad-receipt'
  | 'bad-certificate'
  | 'bad-range'
  | 'missing-tile'

/** Thrown when input cannot be read or a call makes no sense. A failed *verification* is an answer, not an error. */
export class LedgerError extends Error {
  readonly code: LedgerErrorCode

  constructor(code: LedgerErrorCode, message: string) {
    super(message)
    this.name = 'LedgerError'
    this.code = code
  }
}
