import type { Strictness } from '../choices.ts'
import { documentLimits } from '../limits.ts'
import type { Problem } from '../problems.ts'
import type { WireDocument } from '../parse.ts'
import { elementPosition } from '../xml/scan.ts'
import { pathOf, type WireNode } from '../xml/tree.ts'

/** `problems` refuse the document (4100); `warnings` do not, and are worth telling. */
export type Verdict = { problems: Problem[]; warnings: Problem[] }

/** What each rule is given: the moment to judge by, what is known elsewhere, and where to say what is wrong. */
export type Judging = {
  nowMs: number
  /** Whether a report id exists; without it, the rule on earlier reports is not checked. */
  priorReportExists: ((reportId: string) => boolean) | undefined
  broken: (node: WireNode, rule: string, message: string, attribute?: string) => void
  weakened: (strictness: Strictness, node: WireNode, rule: string, message: string) => void
}

export type RuleOptions = { now: Date; priorReportExists?: ((reportId: string) => boolean) | undefined }

const problemAt = (
  text: string,
  node: WireNode,
  rule: string,
  message: string,
  attribute?: string,
): Problem => ({
  ...elementPosition(text, node.index),
  path: attribute === undefined ? pathOf(node) : `${pathOf(node)}/@${attribute}`,
  element: node.name,
  rule,
  message,
})

/** Runs the rules over one document and collects what they say, up to the limit of problems told. */
export const verdictOf = (
  document: WireDocument,
  options: RuleOptions,
  rules: (judging: Judging, root: WireNode) => void,
): Verdict => {
  const verdict: Verdict = { problems: [], warnings: [] }
  const say = (list: Problem[], node: WireNode, rule: string, message: string, attribute?: string): void => {
    if (list.length < documentLimits.problemsMax)
      list.push(problemAt(document.text, node, rule, message, attribute))
  }
  const judging: Judging = {
    nowMs: options.now.getTime(),
    priorReportExists: options.priorReportExists,
    broken: (node, rule, message, attribute) => say(verdict.problems, node, rule, message, attribute),
    weakened: (strictness, node, rule, message) =>
      say(strictness === 'refuse' ? verdict.problems : verdict.warnings, node, rule, message),
  }
  rules(judging, document.root)
  return verdict
}
