/**
 * What a module imports and exports, read from its text. The project is formatted by one tool, so statements
 * begin at the start of a line and this needs no full parser.
 */
export type ModuleShape = {
  imports: Import[]
  /** Names exported by the module's own statements. */
  exports: Export[]
  /** Files named by `new URL('./x', import.meta.url)`: workers, data. */
  urls: string[]
  /** The text without comments and without the contents of strings, for searching code. */
  code: string
}

export type Import = {
  from: string
  line: number
  /** Names taken, as the other module exports them; `*` for all of them. */
  names: string[]
  /** Whether it is erased at run time (`import type`, `export type`). */
  typeOnly: boolean
  /** Whether what is taken is exported again under the names given, or all (`*`). */
  reexports: { name: string; as: string }[]
}

export type Export = { name: string; line: number; kind: 'type' | 'value' }

const statement =
  /^(import|export)\s+((?:type\s+)?(?:[\w$]+\s*,\s*)?(?:\{[^}]*\}|\*(?:\s+as\s+[\w$]+)?)|(?:type\s+)?[\w$]+)\s+from\s*['"]([^'"]+)['"]/gm
const sideEffect = /^import\s+['"]([^'"]+)['"]/gm
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g
const ownUrl = /new URL\(\s*['"`](\.[^'"`$]*)/g
const declared =
  /^export\s+(?:default\s+)?(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(function\*?|const|let|class|type|interface)\s+([\w$]+)/gm
const destructured = /^export\s+(?:const|let)\s+[{[]([^=]*?)[}\]]\s*(?::[^=]+)?=/gm
const listed = /^export\s+(type\s+)?\{([^}]*)\}(?!\s*from)/gm

/** Reads the shape of a module. */
export const readModule = (text: string): ModuleShape => {
  const bare = withoutComments(text)
  const lineOf = lineCounter(bare)
  return {
    imports: readImports(bare, lineOf),
    exports: readExports(bare, lineOf),
    urls: [...bare.matchAll(ownUrl)].map((match) => match[1] ?? ''),
    code: withoutStrings(bare),
  }
}

type LineOf = (offset: number) => number

const lineCounter =
  (text: string): LineOf =>
  (offset) =>
    text.slice(0, offset).split('\n').length

const readImports = (text: string, lineOf: LineOf): Import[] => [
  ...[...text.matchAll(statement)].map((match) => fromStatement(match, lineOf)),
  ...[...text.matchAll(sideEffect), ...text.matchAll(dynamic)].map((match) => ({
    from: match[1] ?? '',
    line: lineOf(match.index),
    names: match[0].startsWith('import(') ? ['*'] : [],
    typeOnly: false,
    reexports: [],
  })),
]

const fromStatement = (match: RegExpMatchArray, lineOf: LineOf): Import => {
  const clause = (match[2] ?? '').trim()
  const names = clauseNames(clause)
  return {
    from: match[3] ?? '',
    line: lineOf(match.index ?? 0),
    names: names.map((each) => each.name),
    typeOnly: /^type\b/.test(clause),
    reexports: match[1] === 'export' ? names : [],
  }
}

/** The names of an import or export clause: `{ a, type b as c }`, `* as x`, `x`, `x, { y }`. */
const clauseNames = (clause: string): { name: string; as: string }[] => {
  const rest = clause.replace(/^type\s+(?=[{*\w])/, '')
  const braces = /\{([^}]*)\}/.exec(rest)
  const outside = rest
    .replace(/\{[^}]*\}/, '')
    .replace(/,/g, '')
    .trim()
  return [...(braces ? specifiers(braces[1] ?? '') : []), ...outsideNames(outside)]
}

const outsideNames = (outside: string): { name: string; as: string }[] => {
  if (outside === '') return []
  if (outside.startsWith('*')) return [{ name: '*', as: outside.replace(/^\*\s*(as\s+)?/, '') || '*' }]
  return [{ name: 'default', as: outside }]
}

const specifiers = (list: string): { name: string; as: string }[] =>
  list
    .split(',')
    .map((part) => part.trim().replace(/^type\s+/, ''))
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', as = name] = part.split(/\s+as\s+/)
      return { name, as }
    })

const readExports = (text: string, lineOf: LineOf): Export[] => [
  ...[...text.matchAll(declared)].map((match) => ({
    name: match[2] ?? '',
    line: lineOf(match.index),
    kind: kindOf(match[1]),
  })),
  ...[...text.matchAll(destructured)].flatMap((match) =>
    (match[1] ?? '')
      .split(',')
      .map((part) => part.split(':').at(-1)?.trim() ?? '')
      .filter((name) => /^[\w$]+$/.test(name))
      .map((name) => ({ name, line: lineOf(match.index), kind: 'value' as const })),
  ),
  ...[...text.matchAll(listed)].flatMap((match) =>
    specifiers(match[2] ?? '').map(({ as }) => ({
      name: as,
      line: lineOf(match.index),
      kind: match[1] ? ('type' as const) : ('value' as const),
    })),
  ),
]

const kindOf = (word: string | undefined): 'type' | 'value' =>
  word === 'type' || word === 'interface' ? 'type' : 'value'

/** Strings, templates and comments, in the order in which they begin; a comment is the only one with a group. */
const pieces =
  /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`|(\/\*[\s\S]*?\*\/|(?<![:\\/[])\/\/[^\n]*)/g

/** Blanks comments and keeps every line where it is. */
const withoutComments = (text: string): string =>
  text.replace(pieces, (whole, comment: string | undefined) =>
    comment ? comment.replace(/[^\n]/g, ' ') : whole,
  )

/** Empties strings; what a template computes stays. */
const withoutStrings = (text: string): string =>
  text.replace(pieces, (whole) => {
    if (!whole.startsWith('`')) return `${whole[0]}${whole[0]}`
    const computed = [...whole.matchAll(/\$\{([^}]*)\}/g)].map((match) => match[1]).join(' ')
    return `(${computed})${'\n'.repeat(whole.split('\n').length - 1)}`
  })
