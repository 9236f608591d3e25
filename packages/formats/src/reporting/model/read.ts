import { childNamed, childrenNamed, type WireNode } from '../xml/tree.ts'

/** The text of a child as it stands, or undefined where the element is absent. Blank is stated, and stays blank. */
export const textOf = (node: WireNode | undefined, name: string): string | undefined =>
  childNamed(node, name)?.text
export const textsOf = (node: WireNode | undefined, name: string): string[] =>
  childrenNamed(node, name).map((child) => child.text)
/** For types whose white space the schema collapses: numbers, dates, ids. */
export const trimmedOf = (node: WireNode | undefined, name: string): string | undefined =>
  textOf(node, name)?.trim()

/** `xs:boolean`: `true`, `1`, `false`, `0`. Undefined stays undefined: a flag that is absent is not false. */
export const booleanIn = (text: string | undefined): boolean | undefined => {
  if (text === undefined) return undefined
  const value = text.trim()
  return value === 'true' || value === '1'
}
export const booleanOf = (node: WireNode | undefined, name: string): boolean | undefined =>
  booleanIn(textOf(node, name))
export const numberOf = (node: WireNode | undefined, name: string): number | undefined => {
  const text = trimmedOf(node, name)
  return text === undefined ? undefined : Number(text)
}
export const attributeOf = (node: WireNode | undefined, name: string): string | undefined =>
  node?.attributes[name]
export const momentOf = (node: WireNode | undefined, name: string): string | undefined =>
  attributeOf(node, name)?.trim()

/** The same object without its undefined fields: "not stated" is the absence of the field. */
export const stated = <T extends object>(value: T): T => {
  for (const key of Object.keys(value))
    if (Reflect.get(value, key) === undefined) Reflect.deleteProperty(value, key)
  return value
}

/** A list, or undefined where it is empty: for lists that only some kinds of a thing have. */
export const someOf = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined)
