/**
 * A JSON document as a tree that remembers what was read.
 *
 * `JSON.parse` loses three things that an importer of evidence needs: earlier values of a repeated key, the digits
 * of large numbers, and the place of an error. `read` starts false; the importer sets it on each value that found a
 * home in the report model, and what stays false is kept as an unknown field (see leftovers.ts).
 */
export type Tree =
  | { type: 'null'; read: boolean }
  | { type: 'boolean'; value: boolean; read: boolean }
  | { type: 'number'; lexeme: string; read: boolean }
  | { type: 'string'; value: string; read: boolean }
  | TreeArray
  | TreeObject

export type TreeArray = { type: 'array'; items: Tree[]; read: boolean }

export type TreeObject = {
  type: 'object'
  members: Map<string, Tree>
  /** Earlier values of keys that occur more than once; the last one is in `members`, as in every other reader. */
  repeated: { key: string; value: Tree }[]
  read: boolean
}

/** JSON without its tree: what `JSON.parse` would give. */
export type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain }

/** 17 significant digits always identify a double; more may not survive one. */
const exactDigitsMax = 17

/** The number, or its own digits as a string where a double would change them. */
const plainNumber = (lexeme: string): number | string => {
  const value = Number(lexeme)
  if (String(value) === lexeme) return value
  if (!/[.eE]/.test(lexeme)) return Number.isSafeInteger(value) ? value : lexeme
  const significant = lexeme
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '')
  // Too large is no number of a double, and too small is none either: it would read as 0.
  const isKept = Number.isFinite(value) && (value !== 0 || significant === '')
  return isKept && significant.length <= exactDigitsMax ? value : lexeme
}

const plainObject = (tree: TreeObject): Plain => {
  const plain: { [key: string]: Plain } = {}
  for (const [key, value] of tree.members) {
    // A key such as `__proto__` must become data, not a prototype.
    Object.defineProperty(plain, key, {
      value: toPlain(value),
      enumerable: true,
      writable: true,
      configurable: true,
    })
  }
  return plain
}

/** The tree as ordinary JSON values. Earlier values of repeated keys are left out: they are reported on their own. */
export const toPlain = (tree: Tree): Plain => {
  switch (tree.type) {
    case 'null':
      return null
    case 'boolean':
    case 'string':
      return tree.value
    case 'number':
      return plainNumber(tree.lexeme)
    case 'array':
      return tree.items.map(toPlain)
    case 'object':
      return plainObject(tree)
  }
}

/** One step of a JSON pointer (RFC 6901 section 4), with its slash. */
export const pointerStep = (key: string | number): string =>
  `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
