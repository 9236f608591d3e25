import { type Document, LineCounter, isNode, parseDocument } from 'yaml'
import { tokenFault } from '../yaml/token-limit.ts'
import { type ParsedPolicy, type PolicyProblem, parsePolicy } from './parse.ts'

/** Longest policy text, in characters. The shipped ones are a tenth of it. */
const policyCharsMax = 262_144

type Read = { value: unknown; locate: (path: string) => { line: number; column: number } | undefined }

const parts = (path: string): string[] =>
  path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

/** The place of a JSON pointer in the text, or of its nearest ancestor that has one. */
function locate(
  document: Document,
  lines: LineCounter,
  path: string,
): { line: number; column: number } | undefined {
  for (let keys = parts(path); ; keys = keys.slice(0, -1)) {
    const node = keys.length === 0 ? document.contents : document.getIn(keys.map(indexOrKey), true)
    if (isNode(node) && node.range) {
      const { line, col } = lines.linePos(node.range[0])
      return { line, column: col }
    }
    if (keys.length === 0) return undefined
  }
}

const indexOrKey = (key: string): string | number => (/^\d+$/.test(key) ? Number(key) : key)

/** Reads YAML text as plain values. Anchors and aliases are refused: they make a rule's text stand elsewhere. */
export function readYaml(text: string): Read | { problems: PolicyProblem[] } {
  if (text.length > policyCharsMax)
    return { problems: [{ path: '', message: `is longer than ${policyCharsMax} characters` }] }
  const costly = tokenFault(text)
  if (costly !== undefined) return { problems: [{ path: '', message: costly }] }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const problems = document.errors.map((error) => {
    const at = error.linePos?.[0]
    const message = error.message.split('\n')[0] ?? 'is not YAML'
    return at === undefined ? { path: '', message } : { path: '', message, line: at.line, column: at.col }
  })
  if (problems.length > 0) return { problems }
  try {
    return { value: document.toJS({ maxAliasCount: 0 }), locate: (path) => locate(document, lines, path) }
  } catch {
    return { problems: [{ path: '', message: 'uses anchors or aliases, which are not taken here' }] }
  }
}

/** Reads a policy from YAML text; each problem tells its line and column. Never throws. */
export function readPolicyYaml(text: string): ParsedPolicy {
  const read = readYaml(text)
  if ('problems' in read) return { ok: false, problems: read.problems }
  const parsed = parsePolicy(read.value)
  if (parsed.ok) return parsed
  return {
    ok: false,
    problems: parsed.problems.map((problem) => ({ ...problem, ...read.locate(problem.path) })),
  }
}

/** The same problems with the line and column at which each stands in the text they were found in. */
export function placeProblems(text: string, problems: readonly PolicyProblem[]): PolicyProblem[] {
  const read = readYaml(text)
  if ('problems' in read) return [...problems]
  return problems.map((problem) => ({ ...problem, ...read.locate(problem.path) }))
}
