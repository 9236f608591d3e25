import {
  type AttributeDeclaration,
  type ChildDeclaration,
  type ComplexType,
  childrenOf,
  type ValueRule,
} from '../schema/declare.ts'
import { complexTypes } from '../schema/elements.ts'
import type { WireNode } from '../xml/tree.ts'
import { partRules } from './check-parts.ts'
import { checkValue } from './check-value.ts'
import type { Judging } from './verdict.ts'

type Indexed = {
  type: ComplexType
  children: Map<string, ChildDeclaration>
  attributes: Map<string, AttributeDeclaration>
}

const indexed = new Map<string, Indexed>(
  Object.entries(complexTypes).map(([name, type]) => [
    name,
    {
      type,
      children: new Map(childrenOf(type).map((child) => [child.name, child])),
      attributes: new Map(type.attributes.map((a) => [a.name, a])),
    },
  ]),
)

/** Rules on the text of every value of a type, wherever it stands. */
const textRules: Readonly<Record<string, ValueRule>> = {
  phone: { lengthMax: 50 },
  email: { email: true, lengthMax: 255 },
}

const checkAttributes = (judging: Judging, node: WireNode, entry: Indexed): void => {
  for (const [name, text] of Object.entries(node.attributes)) {
    const declared = entry.attributes.get(name)
    if (declared) checkValue(judging, { node, attribute: name, type: declared.type, text }, declared.rule)
  }
}

/** Judges an element and everything in it by the documented rules of the table. `type` names its type. */
export const walkRules = (judging: Judging, node: WireNode, type: string, rule?: ValueRule): void => {
  const entry = indexed.get(type)
  if (!entry || entry.type.content === 'simple')
    checkValue(judging, { node, type: entry?.type.base ?? type, text: node.text }, rule ?? textRules[type])
  if (!entry) return
  checkAttributes(judging, node, entry)
  for (const check of partRules[type] ?? []) check(judging, node)
  for (const child of node.children) {
    const declared = entry.children.get(child.name)
    if (declared) walkRules(judging, child, declared.type, declared.rule)
  }
}
