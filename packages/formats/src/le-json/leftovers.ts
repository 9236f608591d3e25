import type { UnknownField } from '@opentipline/contract'
import { pointerStep, type Tree, type TreeObject, toPlain } from './tree.ts'

const walkObject = (object: TreeObject, path: string, found: UnknownField[]): void => {
  for (const [key, value] of object.members) walk(value, path + pointerStep(key), found)
}

const walkRepeated = (tree: Tree, path: string, found: UnknownField[]): void => {
  if (tree.type === 'array')
    tree.items.forEach((item, index) => walkRepeated(item, path + pointerStep(index), found))
  if (tree.type !== 'object') return
  for (const { key, value } of tree.repeated) {
    const at = path + pointerStep(key)
    found.push({ path: at, value: toPlain(value) })
    walkRepeated(value, at, found)
  }
  for (const [key, value] of tree.members) walkRepeated(value, path + pointerStep(key), found)
}

const walk = (tree: Tree, path: string, found: UnknownField[]): void => {
  if (!tree.read) found.push({ path, value: toPlain(tree) })
  else if (tree.type === 'array')
    tree.items.forEach((item, index) => walk(item, path + pointerStep(index), found))
  else if (tree.type === 'object') walkObject(tree, path, found)
}

/** Everything that no reader marked as read, with its JSON pointer: the largest unread part each. */
export const unreadParts = (tree: Tree): UnknownField[] => {
  const found: UnknownField[] = []
  walk(tree, '', found)
  return found
}

/** The earlier values of keys that occur more than once, with the pointer both values share. */
export const repeatedParts = (tree: Tree): UnknownField[] => {
  const found: UnknownField[] = []
  walkRepeated(tree, '', found)
  return found
}
