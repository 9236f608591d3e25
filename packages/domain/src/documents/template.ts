import { documentKinds } from '@opentipline/contract'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { isNode, LineCounter, parseDocument } from 'yaml'
import { type FactName, factLabels, listColumns, type ListName } from './facts.ts'
import { tokenFault } from '../yaml/token-limit.ts'

const closed = { additionalProperties: false }
const short = Type.String({ minLength: 1, maxLength: 300 })
const long = Type.String({ minLength: 1, maxLength: 4_000 })

/** Blocks of one template at most: ten pages of paragraphs. */
const blocksMax = 120

const Block = Type.Union([
  Type.Object({ heading: short }, closed),
  Type.Object({ text: long }, closed),
  Type.Object({ facts: Type.Array(short, { minItems: 1, maxItems: 30 }) }, closed),
  Type.Object(
    { list: short, columns: Type.Optional(Type.Array(short, { minItems: 1, maxItems: 6 })) },
    closed,
  ),
  Type.Object({ sign: Type.Array(short, { minItems: 1, maxItems: 6 }) }, closed),
])

/** A template: words, and the names of facts. It holds no code, no condition and no loop. */
const TemplateSchema = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9][a-z0-9.-]{0,79}$' }),
    version: Type.Integer({ minimum: 1 }),
    kind: Type.Enum(documentKinds),
    name: short,
    about: long,
    title: short,
    authority: short,
    source: short,
    date: Type.String({ pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' }),
    status: Type.Enum(['verified', 'secondary', 'recalled', 'choice'] as const),
    ask: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: Type.String({ pattern: '^[a-z][a-zA-Z0-9]{0,39}$' }),
            label: short,
            required: Type.Optional(Type.Boolean()),
          },
          closed,
        ),
        { maxItems: 12 },
      ),
    ),
    blocks: Type.Array(Block, { minItems: 1, maxItems: blocksMax }),
  },
  closed,
)
export type DocumentTemplate = Static<typeof TemplateSchema>

export type TemplateProblem = { path: string; message: string; line?: number; column?: number }
export type ParsedTemplate =
  | { ok: true; template: DocumentTemplate }
  | { ok: false; problems: TemplateProblem[] }

/** `{{name}}`; anything else in braces is a fault, so that a slip of the pen does not print. */
export const placeholder = /\{\{([^{}]*)\}\}/g

export const isFact = (name: string): name is FactName => Object.hasOwn(factLabels, name)
export const isList = (name: string): name is ListName => Object.hasOwn(listColumns, name)

const problemsMax = 50

/** Reads a template; each problem tells its line. Never throws. */
export const parseTemplate = (text: string): ParsedTemplate => {
  const costly = tokenFault(text)
  if (costly !== undefined) return { ok: false, problems: [{ path: '', message: costly }] }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const problems: TemplateProblem[] = document.errors.map((error) => {
    const at = error.linePos?.[0]
    const message = error.message.split('\n')[0] ?? 'is not YAML'
    return { path: '', message, ...(at ? { line: at.line, column: at.col } : {}) }
  })
  if (problems.length > 0) return { ok: false, problems }
  const value = plain(document)
  if (!Value.Check(TemplateSchema, value))
    problems.push(
      ...[...Value.Errors(TemplateSchema, value)]
        .slice(0, problemsMax)
        .map((error) => ({ path: error.instancePath, message: error.message })),
    )
  else problems.push(...nameProblems(value))
  const placed = problems.map((problem) => ({ ...problem, ...lineOf(document, lines, problem.path) }))
  return Value.Check(TemplateSchema, value) && placed.length === 0
    ? { ok: true, template: value }
    : { ok: false, problems: placed }
}

const plain = (document: ReturnType<typeof parseDocument>): unknown => {
  try {
    return document.toJS({ maxAliasCount: 0 })
  } catch {
    return undefined
  }
}

const lineOf = (document: ReturnType<typeof parseDocument>, lines: LineCounter, path: string) => {
  const keys = path
    .split('/')
    .slice(1)
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key))
  for (let part = keys; ; part = part.slice(0, -1)) {
    const node = part.length === 0 ? document.contents : document.getIn(part, true)
    if (isNode(node) && node.range) {
      const { line, col } = lines.linePos(node.range[0])
      return { line, column: col }
    }
    if (part.length === 0) return {}
  }
}

/** Names that nothing answers to, and braces that are no placeholder. */
const nameProblems = (template: DocumentTemplate): TemplateProblem[] => {
  const asked = new Set((template.ask ?? []).map(({ id }) => `ask.${id}`))
  const known = (name: string): boolean => isFact(name) || asked.has(name)
  return template.blocks.flatMap((block, at): TemplateProblem[] => {
    const path = `/blocks/${at}`
    if ('text' in block) return textProblems(block.text, `${path}/text`, known)
    if ('heading' in block) return textProblems(block.heading, `${path}/heading`, () => false)
    if ('sign' in block)
      return block.sign.flatMap((line, n) => textProblems(line, `${path}/sign/${n}`, () => false))
    if ('facts' in block)
      return block.facts.flatMap((name, n) =>
        known(name) ? [] : [{ path: `${path}/facts/${n}`, message: `"${name}" is no fact` }],
      )
    if (!isList(block.list)) return [{ path: `${path}/list`, message: `"${block.list}" is no list` }]
    const columns: readonly string[] = listColumns[block.list]
    const wrong = (block.columns ?? []).filter((name) => !columns.includes(name))
    // A row without its role could make a suspect of a recipient or a child.
    const roleless = block.columns && columns.includes('role') && !block.columns.includes('role')
    return [
      ...wrong.map((name) => ({
        path: `${path}/columns`,
        message: `"${name}" is no column of ${block.list}`,
      })),
      ...(roleless
        ? [{ path: `${path}/columns`, message: 'leaves out "role", which goes with every row' }]
        : []),
    ]
  })
}

const textProblems = (text: string, path: string, known: (name: string) => boolean): TemplateProblem[] => {
  const unknown = [...text.matchAll(placeholder)]
    .map((match) => (match[1] ?? '').trim())
    .filter((name) => !known(name))
    .map((name) => ({ path, message: `"${name}" is no fact that can stand here` }))
  const rest = text.replaceAll(placeholder, '')
  return /\{\{|\}\}/.test(rest)
    ? [...unknown, { path, message: 'has a brace that is no placeholder' }]
    : unknown
}
