import { type ProblemCode, type ProblemDetails, problems } from '@opentipline/contract'

/** The server answered, and the answer is a problem (RFC 9457). Its `code` is stable. */
export class DeskProblem extends Error {
  override readonly name = 'DeskProblem'
  readonly problem: ProblemDetails

  constructor(problem: ProblemDetails) {
    super(problem.detail ?? problem.title)
    this.problem = problem
  }

  get code(): ProblemCode {
    return this.problem.code
  }
}

/** No answer came: there is no connection, or nothing listens. Nothing is known about what was asked. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'

  constructor(cause: unknown) {
    super('The server could not be reached', { cause })
  }
}

/** An answer came that is neither the operation's answer nor a problem: a proxy's page, most likely. */
export class BadAnswer extends Error {
  override readonly name = 'BadAnswer'
  readonly status: number

  constructor(status: number) {
    super(`The server answered ${status} in a shape that this program does not know`)
    this.status = status
  }
}

/** Whether a parsed answer is problem details of our own catalogue. */
export const isProblem = (value: unknown): value is ProblemDetails =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  typeof value.code === 'string' &&
  Object.hasOwn(problems, value.code)
