import { leJsonLimits } from './limits.ts'
import { pointerStep, type Tree, type TreeArray, type TreeObject } from './tree.ts'

/** Why a document cannot be read, and where: a JSON pointer, and the line and column (from 1) where they are known. */
export type LeJsonProblem = { path: string; line?: number; column?: number; message: string }

/** Carries a problem from the depth of the parser to `parseTree`, which alone catches it. */
class ParseFailure extends Error {
  readonly offset: number
  readonly path: string
  constructor(message: string, offset: number, path: string) {
    super(message)
    this.offset = offset
    this.path = path
  }
}

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const spacePattern = /[ \t\n\r]*/y
/** Characters that may stand in a string as they are (RFC 8259 section 7). */
// oxlint-disable-next-line no-control-regex
const plainPattern = /[^"\\\u0000-\u001f]*/y
const escapes: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

type State = { text: string; at: number; values: number; steps: (string | number)[]; depthMax: number }

const fail = (state: State, message: string): never => {
  throw new ParseFailure(message, state.at, state.steps.map(pointerStep).join(''))
}

const match = (state: State, pattern: RegExp): string => {
  pattern.lastIndex = state.at
  const found = pattern.exec(state.text)?.[0] ?? ''
  state.at += found.length
  return found
}

const escapeAt = (state: State): string => {
  const letter = state.text[state.at + 1] ?? ''
  if (letter === 'u') {
    const hex = state.text.slice(state.at + 2, state.at + 6)
    if (!/^[0-9a-fA-F]{4}$/.test(hex)) return fail(state, 'a \\u escape needs four hexadecimal digits')
    state.at += 6
    return String.fromCharCode(Number.parseInt(hex, 16))
  }
  if (!Object.hasOwn(escapes, letter)) return fail(state, 'this escape is not JSON')
  state.at += 2
  return escapes[letter] ?? ''
}

const parseString = (state: State): string => {
  state.at += 1
  const parts: string[] = []
  for (;;) {
    parts.push(match(state, plainPattern))
    const next = state.text[state.at]
    if (next === undefined) return fail(state, 'the document ends inside a string')
    if (next === '"') break
    if (next !== '\\') return fail(state, 'a control character must be escaped in a string')
    parts.push(escapeAt(state))
  }
  state.at += 1
  return parts.join('')
}

/** Reads the comma or the closing bracket after a list item or a member; true when the container goes on. */
const goesOn = (state: State, close: ']' | '}'): boolean => {
  match(state, spacePattern)
  const next = state.text[state.at]
  if (next !== ',' && next !== close) fail(state, next === undefined ? ends : `expected "," or "${close}"`)
  state.at += 1
  return next === ','
}

const ends = 'the document ends before it is complete'

const isEmpty = (state: State, close: ']' | '}'): boolean => {
  state.at += 1
  match(state, spacePattern)
  if (state.text[state.at] !== close) return false
  state.at += 1
  return true
}

const parseArray = (state: State): TreeArray => {
  const array: TreeArray = { type: 'array', items: [], read: false }
  if (isEmpty(state, ']')) return array
  do {
    state.steps.push(array.items.length)
    array.items.push(parseValue(state))
    state.steps.pop()
  } while (goesOn(state, ']'))
  return array
}

const parseMember = (state: State, object: TreeObject): void => {
  match(state, spacePattern)
  if (state.text[state.at] !== '"')
    fail(state, state.at < state.text.length ? 'expected a key in double quotes' : ends)
  const key = parseString(state)
  state.steps.push(key)
  match(state, spacePattern)
  if (state.text[state.at] !== ':') fail(state, 'expected ":" after the key')
  state.at += 1
  const value = parseValue(state)
  const earlier = object.members.get(key)
  if (earlier !== undefined) object.repeated.push({ key, value: earlier })
  object.members.set(key, value)
  state.steps.pop()
}

const parseObject = (state: State): TreeObject => {
  const object: TreeObject = { type: 'object', members: new Map(), repeated: [], read: false }
  if (isEmpty(state, '}')) return object
  do parseMember(state, object)
  while (goesOn(state, '}'))
  return object
}

const words: readonly [string, () => Tree][] = [
  ['null', () => ({ type: 'null', read: false })],
  ['true', () => ({ type: 'boolean', value: true, read: false })],
  ['false', () => ({ type: 'boolean', value: false, read: false })],
]

const parseScalar = (state: State): Tree => {
  for (const [word, make] of words) {
    if (!state.text.startsWith(word, state.at)) continue
    state.at += word.length
    return make()
  }
  const lexeme = match(state, numberPattern)
  if (lexeme === '') fail(state, state.at < state.text.length ? 'expected a JSON value' : ends)
  return { type: 'number', lexeme, read: false }
}

const checkLimits = (state: State): void => {
  state.values += 1
  if (state.values > leJsonLimits.valuesMax) fail(state, `more than ${leJsonLimits.valuesMax} values`)
  if (state.steps.length > state.depthMax) fail(state, `more than ${state.depthMax} levels deep`)
}

const parseValue = (state: State): Tree => {
  checkLimits(state)
  match(state, spacePattern)
  const value = parseAny(state)
  match(state, spacePattern)
  return value
}

const parseAny = (state: State): Tree => {
  switch (state.text[state.at]) {
    case '{':
      return parseObject(state)
    case '[':
      return parseArray(state)
    case '"':
      return { type: 'string', value: parseString(state), read: false }
    default:
      return parseScalar(state)
  }
}

/** Line and column (from 1) of an offset in UTF-16 units. */
const positionOf = (text: string, offset: number): { line: number; column: number } => {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return { line, column: offset - before.lastIndexOf('\n') }
}

/**
 * Parses one JSON document (RFC 8259) within the limits. A total function.
 * @param deepKey the one top-level key below which `extensionDepthMax` holds in place of `depthMax`.
 */
export const parseTree = (
  text: string,
  deepKey: string,
): { ok: true; tree: Tree } | { ok: false; problem: LeJsonProblem } => {
  const state: State = {
    text,
    at: 0,
    values: 0,
    steps: [],
    get depthMax() {
      return this.steps[0] === deepKey ? leJsonLimits.extensionDepthMax : leJsonLimits.depthMax
    },
  }
  try {
    const tree = parseValue(state)
    if (state.at < text.length) fail(state, 'there is more after the end of the document')
    return { ok: true, tree }
  } catch (error) {
    if (!(error instanceof ParseFailure)) throw error
    const { message, path } = error
    return { ok: false, problem: { path, ...positionOf(text, error.offset), message } }
  }
}
