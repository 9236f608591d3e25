import { isXmlText } from './characters.ts'

/** Thrown where a value holds a character that XML 1.0 cannot carry (section 2.2): controls, lone surrogates. */
export class UnprintableError extends Error {
  readonly element: string
  constructor(element: string) {
    super(`The value of ${element} holds a character that XML cannot carry`)
    this.name = 'UnprintableError'
    this.element = element
  }
}

const reference: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}
const escapeText = (text: string): string => text.replace(/[&<>\r]/g, (c) => reference[c] ?? c)
const escapeAttribute = (text: string): string => text.replace(/[&<>"\t\n\r]/g, (c) => reference[c] ?? c)

export type Value = string | number | boolean | undefined
export type Attributes = Record<string, Value>

const attributeText = (element: string, attributes: Attributes): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const text = String(value)
      if (!isXmlText(text)) throw new UnprintableError(`${element}/@${name}`)
      return ` ${name}="${escapeAttribute(text)}"`
    })
    .join('')

/** An element with text; nothing at all where the value is undefined. */
export const leaf = (name: string, value: Value, attributes: Attributes = {}): string => {
  if (value === undefined) return ''
  const text = String(value)
  if (!isXmlText(text)) throw new UnprintableError(name)
  return `<${name}${attributeText(name, attributes)}>${escapeText(text)}</${name}>`
}
export const leaves = (name: string, values: readonly Value[]): string =>
  values.map((value) => leaf(name, value)).join('')

/** An element around already printed children, in their order. */
export const branch = (name: string, children: readonly string[], attributes: Attributes = {}): string =>
  `<${name}${attributeText(name, attributes)}>${children.join('')}</${name}>`

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
