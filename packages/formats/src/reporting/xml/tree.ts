import {
  XmlCData,
  type XmlDocument,
  XmlElement,
  type XmlNode,
  XmlText,
  XmlTreeNode,
  XmlXPath,
} from 'libxml2-wasm'

/** An element as plain data, so that nothing of the parser outlives the parsing. */
export type WireNode = {
  name: string
  /** Attributes without a namespace; those of `xsi:` carry nothing a report says. */
  attributes: Readonly<Record<string, string>>
  children: WireNode[]
  /** The character content; empty where there are children. */
  text: string
  /** Place in document order, from 0. */
  index: number
  parent: WireNode | undefined
}

const noAttributes: Readonly<Record<string, string>> = Object.freeze({})

const attributesOf = (element: XmlElement): Readonly<Record<string, string>> => {
  const all = element.attrs
  if (all.length === 0) return noAttributes
  return Object.fromEntries(all.filter((a) => a.namespaceUri === '').map((a) => [a.name, a.value]))
}

const isText = (node: XmlNode): node is XmlText | XmlCData =>
  node instanceof XmlText || node instanceof XmlCData

const following = XmlXPath.compile('following-sibling::node()[1]')

/**
 * The next sibling. libxml2-wasm has no `next` on processing instructions, so that a walk would end in an error
 * there; XPath goes past them. Their number is bounded before parsing, for this way is slow.
 */
const nextOf = (node: XmlNode): XmlNode | null =>
  node instanceof XmlTreeNode ? node.next : node.get(following)

const read = (element: XmlElement, parent: WireNode | undefined, counter: { next: number }): WireNode => {
  const children: WireNode[] = []
  const node: WireNode = {
    name: element.name,
    attributes: attributesOf(element),
    children,
    text: '',
    index: counter.next,
    parent,
  }
  counter.next += 1
  for (let child: XmlNode | null = element.firstChild; child !== null; child = nextOf(child)) {
    if (child instanceof XmlElement) children.push(read(child, node, counter))
    else if (isText(child)) node.text += child.content
  }
  if (children.length > 0) node.text = ''
  return node
}

/** Copies the parser's tree. Recursion is bounded by the nesting limit, which is checked before parsing. */
export const treeOf = (document: XmlDocument): WireNode => read(document.root, undefined, { next: 0 })

export const childrenNamed = (node: WireNode | undefined, name: string): WireNode[] =>
  node ? node.children.filter((child) => child.name === name) : []
export const childNamed = (node: WireNode | undefined, name: string): WireNode | undefined =>
  node?.children.find((child) => child.name === name)

/** `/report/victim[2]/email`: positions stand where an element has siblings of its name. */
export const pathOf = (node: WireNode): string => {
  if (!node.parent) return `/${node.name}`
  const alike = childrenNamed(node.parent, node.name)
  const position = alike.length > 1 ? `[${alike.indexOf(node) + 1}]` : ''
  return `${pathOf(node.parent)}/${node.name}${position}`
}

/** One step of a path: `name`, `name[2]`, or, as libxml2 writes elements of a namespace, `*[2]` and `p:name`. */
const stepFrom = (node: WireNode | undefined, step: string): WireNode | undefined => {
  const match = /^(?:[^:]*:)?(.*?)(?:\[(\d+)\])?$/.exec(step)
  const name = match?.[1] ?? ''
  const alike = name === '*' ? (node?.children ?? []) : childrenNamed(node, name)
  return alike[Number(match?.[2] ?? 1) - 1]
}

/** The node at a path of the form that `pathOf` writes, or libxml2; attributes at its end are ignored. */
export const nodeAt = (root: WireNode, path: string): WireNode | undefined => {
  const [first, ...steps] = path.split('/').filter((step) => step !== '' && !step.startsWith('@'))
  if (first?.replace(/\[\d+\]$/, '') !== root.name) return undefined
  return steps.reduce<WireNode | undefined>(stepFrom, root)
}
