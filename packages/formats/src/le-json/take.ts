/**
 * Tolerant readers over the tree. Each marks as read what it returns, and leaves unread what it cannot use, so that
 * nothing is dropped. "Absent" comes in three ways in this format (missing, null, "N/A"), and blank is a fourth.
 */
import type { Tree, TreeObject } from './tree.ts'

/** True for what states nothing; such a value is read. */
export const isAbsent = (tree: Tree | undefined): boolean => {
  if (tree === undefined) return true
  const absent = tree.type === 'null' || (tree.type === 'string' && /^\s*(?:N\/A)?\s*$/.test(tree.value))
  if (absent) tree.read = true
  return absent
}

const scalarText = (tree: Tree): string | undefined => {
  switch (tree.type) {
    case 'string':
      return tree.value
    case 'number':
      return tree.lexeme
    case 'boolean':
      return String(tree.value)
    case 'null':
    case 'array':
    case 'object':
      return undefined
  }
}

/** A string, number or boolean as text, exactly as received; undefined where absent or not a scalar. */
export const takeText = (tree: Tree | undefined): string | undefined => {
  if (tree === undefined || isAbsent(tree)) return undefined
  const text = scalarText(tree)
  if (text !== undefined) tree.read = true
  return text
}

/** The object, marked as entered; its members are still to be read one by one. */
export const takeObject = (tree: Tree | undefined): TreeObject | undefined => {
  if (tree === undefined || isAbsent(tree) || tree.type !== 'object') return undefined
  tree.read = true
  return tree
}

/** `{value: ...}` or the bare scalar. */
export const takeValue = (tree: Tree | undefined): string | undefined =>
  tree?.type === 'object' ? takeText(takeObject(tree)?.members.get('value')) : takeText(tree)

/**
 * The items of a list, in any shape met: a list, a list in an object that repeats its name, one item standing alone
 * (an object with one of `itemKeys`, or a scalar). The items are still to be read.
 */
export const takeItems = (
  tree: Tree | undefined,
  wrapper?: string,
  itemKeys: readonly string[] = ['value'],
): Tree[] => {
  if (tree === undefined || isAbsent(tree)) return []
  if (tree.type === 'array') {
    tree.read = true
    return tree.items
  }
  if (tree.type !== 'object') return [tree]
  const inner = wrapper === undefined ? undefined : tree.members.get(wrapper)
  if (inner === undefined && itemKeys.some((key) => tree.members.has(key))) return [tree]
  if (inner !== undefined || tree.members.size === 0) tree.read = true
  return takeItems(inner, undefined, itemKeys)
}

/** The texts of a list of `{value}` or of scalars; absent items are passed over. */
export const takeTexts = (tree: Tree | undefined, wrapper?: string): string[] =>
  takeItems(tree, wrapper)
    .map(takeValue)
    .filter((text) => text !== undefined)

const flagWords = new Map([
  ['true', true],
  ['yes', true],
  ['y', true],
  ['verified', true],
  ['false', false],
  ['no', false],
  ['n', false],
  ['not verified', false],
  ['unverified', false],
])

/** A boolean, or a word that means one. Anything else is left unread: a doubtful word must not become a fact. */
export const takeFlag = (tree: Tree | undefined): boolean | undefined => {
  if (tree === undefined || isAbsent(tree)) return undefined
  const flag = flagWords.get((scalarText(tree) ?? '').trim().toLowerCase())
  if (flag !== undefined) tree.read = true
  return flag
}

/** An unsigned integer of at most `max`, written as a number or as a string; anything else is left unread. */
export const takeInteger = (tree: Tree | undefined, max: number): number | undefined => {
  if (tree === undefined || isAbsent(tree)) return undefined
  const text = (scalarText(tree) ?? '').trim()
  if (!/^\d{1,6}$/.test(text) || Number(text) > max) return undefined
  tree.read = true
  return Number(text)
}

/** The same object without the keys whose value is undefined: in the report model an absent key is "not stated". */
export const stated = <T extends object>(value: T): T => {
  for (const key of Object.keys(value))
    if (Reflect.get(value, key) === undefined) Reflect.deleteProperty(value, key)
  return value
}
