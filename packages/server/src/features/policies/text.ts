import type { PolicyRemark } from '@opentipline/contract'
import { lintPolicy, type Policy, readPolicyYaml } from '@opentipline/domain'

export type ReadText = { policy: Policy | null; problems: PolicyRemark[]; remarks: PolicyRemark[] }

/** Reads a policy's text: what keeps it from being used, and what is likely not meant. */
export const readText = (text: string): ReadText => {
  const read = readPolicyYaml(text)
  if (!read.ok) return { policy: null, problems: read.problems, remarks: [] }
  return { policy: read.policy, problems: [], remarks: lintWithLines(text, read.policy) }
}

/** The linter speaks of paths; the lines come from reading the text where each path is. */
const lintWithLines = (text: string, policy: Policy): PolicyRemark[] => {
  const lines = text.split('\n')
  return lintPolicy(policy).map((remark) => {
    const line = remark.line ?? lineOf(lines, policy, remark.path)
    return line === undefined ? remark : { ...remark, line }
  })
}

/** The line on which the entry begins that a path points into, found by the entry's own id. */
const lineOf = (lines: readonly string[], policy: Policy, path: string): number | undefined => {
  const [, part, index] = path.split('/')
  if (part === 'rules' || part === 'floors' || part === 'bands') {
    const id = policy[part][Number(index)]?.id
    const start = lines.findIndex((line) => line.startsWith(`${part}:`))
    const found = lines.findIndex((line, at) => at >= start && id !== undefined && namesEntry(line, id))
    return found < 0 ? undefined : found + 1
  }
  const found = lines.findIndex((line) => line.trimStart().startsWith(`${index ?? part}:`))
  return found < 0 ? undefined : found + 1
}

const namesEntry = (line: string, id: string): boolean => {
  const at = line.indexOf('id:')
  return (
    at >= 0 &&
    line
      .slice(at + 3)
      .trim()
      .replace(/^["']/, '')
      .startsWith(id)
  )
}

/**
 * The text with another id and version, all else as it is: comments, order, line numbers. Only the document's own top-level
 * lines are touched.
 */
export const withIdentity = (text: string, id: string, version: number): string =>
  text.replace(/^id:.*$/m, `id: ${JSON.stringify(id)}`).replace(/^version:.*$/m, `version: ${version}`)
