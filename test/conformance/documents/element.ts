/** A document being made: plain data, rendered to XML by the few lines below and not by the product's printer. */
export type Element = {
  name: string
  attributes: Record<string, string>
  children: Element[]
  text: string
}

export const element = (name: string, text = '', attributes: Record<string, string> = {}): Element => ({
  name,
  attributes,
  children: [],
  text,
})

/** How a rendered document looks; none of it changes what the document says. */
export type Look = {
  /** Put before the root: declaration, comments, processing instructions. */
  prolog: string
  /** Put between elements. */
  space: string
  /** Write text as CDATA sections where it can be. */
  cdata: boolean
  /** Write empty elements as one tag. */
  selfClosing: boolean
  /** Write quotation marks in text as references, which only attributes need. */
  quotes: boolean
}
export const plainLook: Look = { prolog: '', space: '', cdata: false, selfClosing: true, quotes: false }

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')
const withoutQuotes = (text: string): string => text.replaceAll('"', '&quot;')

const textOf = (text: string, look: Look): string => {
  if (look.cdata && text !== '' && !/[\r\]]/.test(text)) return `<![CDATA[${text}]]>`
  return look.quotes ? withoutQuotes(escape(text)).replaceAll("'", '&apos;') : escape(text)
}

const attributeOf = (value: string): string =>
  withoutQuotes(escape(value)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')

const body = (node: Element, look: Look): string => {
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${attributeOf(value)}"`)
    .join('')
  if (node.children.length > 0) {
    const inside = node.children.map((child) => body(child, look) + look.space).join('')
    return `<${node.name}${attributes}>${look.space}${inside}</${node.name}>`
  }
  if (node.text === '' && look.selfClosing) return `<${node.name}${attributes}/>`
  return `<${node.name}${attributes}>${textOf(node.text, look)}</${node.name}>`
}

/** The document as text. */
export const render = (root: Element, look: Look = plainLook): string => look.prolog + body(root, look)

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
/** One byte per character, for ISO-8859-1 and for deliberately wrong bytes. */
export const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0) & 0xff)
export const utf16 = (text: string, order: 'le' | 'be', bom = true): Uint8Array => {
  const marked = bom ? `\ufeff${text}` : text
  const bytes = new Uint8Array(marked.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < marked.length; i += 1) view.setUint16(i * 2, marked.charCodeAt(i), order === 'le')
  return bytes
}
