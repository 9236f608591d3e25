import { type ProblemCode, type ProblemDetails, problems } from '@opentipline/contract'

/** An answer that is not a success, from the catalogue. Thrown by features; anything else thrown is a server error. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly detail: string | undefined
  readonly at: ProblemDetails['at']
  constructor(code: ProblemCode, detail?: string, at?: ProblemDetails['at']) {
    super(detail ?? problems[code].title)
    this.name = 'Problem'
    this.code = code
    this.detail = detail
    this.at = at
  }
}

/** The body of the answer, as RFC 9457 has it. */
export const problemBody = (problem: Problem, requestId: string): ProblemDetails => ({
  type: `https://opentipline.example.org/problems/${problem.code}`,
  ...problems[problem.code],
  code: problem.code,
  ...(problem.detail === undefined ? {} : { detail: problem.detail }),
  requestId,
  ...(problem.at === undefined ? {} : { at: problem.at }),
})
