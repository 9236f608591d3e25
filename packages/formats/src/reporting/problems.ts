import { documentLimits } from './limits.ts'

/** One thing wrong in a document, and where. Line and column count from 1, in characters of the decoded text. */
export type Problem = {
  line: number
  column: number
  /** Path of the element (`/report/victim[2]/email`), attributes as `.../@type`; empty for the whole document. */
  path: string
  /** Name of the element, empty for the whole document. */
  element: string
  /** A stable name of what was broken: `doctype`, `schema`, `past`, `one-reported-person`, ... */
  rule: string
  message: string
}

/** 4110: not a readable XML document. 4100: readable, and against the schema or a documented rule. */
export type RefusalCode = 4110 | 4100
export type Refused = { ok: false; code: RefusalCode; problems: Problem[] }

export const refused = (code: RefusalCode, problems: Problem[]): Refused => ({
  ok: false,
  code,
  problems: problems.slice(0, documentLimits.problemsMax),
})

/** A problem of the document as a whole. */
export const wholeDocument = (rule: string, message: string, line = 1, column = 1): Problem => ({
  line,
  column,
  path: '',
  element: '',
  rule,
  message,
})

/** One line per problem, as an answer's description carries them: `[line,column] - message`. */
export const problemText = (problem: Problem): string => {
  const at = `[${problem.line},${problem.column}]`
  return problem.path === '' ? `${at} - ${problem.message}` : `${at} - ${problem.path}: ${problem.message}`
}
