import { documentLimits } from '../limits.ts'
import { lengthOf } from './characters.ts'

/** What a document looks like from outside, before anything is built from it. */
export type Shape = { elements: number; stop?: { rule: string; message: string; offset: number } }

const after = (text: string, token: string, from: number): number => {
  const at = text.indexOf(token, from)
  return at === -1 ? text.length : at + token.length
}

/** Walks one start tag from its `<`: where it ends, how many attributes it has, whether it closes itself. */
const startTag = (text: string, from: number): { end: number; attributes: number; closed: boolean } => {
  let attributes = 0
  for (let at = from + 1; at < text.length; at += 1) {
    const c = text.charCodeAt(at)
    if (c === 0x3e) return { end: at + 1, attributes, closed: text.charCodeAt(at - 1) === 0x2f }
    if (c === 0x3d) attributes += 1
    if (c === 0x22 || c === 0x27) {
      const quoteEnd = text.indexOf(c === 0x22 ? '"' : "'", at + 1)
      if (quoteEnd === -1) break
      at = quoteEnd
    }
  }
  return { end: text.length, attributes, closed: false }
}

/** The end of a comment, CDATA section or processing instruction that begins at `at`; undefined for a tag. */
const skipped = (text: string, at: number): number | undefined => {
  const next = text.charCodeAt(at + 1)
  if (next === 0x3f) return after(text, '?>', at + 2)
  if (next !== 0x21) return undefined
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4)
  return text.startsWith('<![CDATA[', at) ? after(text, ']]>', at + 9) : at + 2
}

const tooDeep = `Elements are nested deeper than ${documentLimits.depthMax} levels`
const tooMany = `There are more than ${documentLimits.elementsMax} elements`
const tooManyAttributes = `An element has more than ${documentLimits.attributesMax} attributes`
const noDoctype = 'A document type declaration (DOCTYPE) is not taken'

const overLimit = (depth: number, elements: number, attributes: number): [string, string] | undefined => {
  if (depth > documentLimits.depthMax) return ['depth', tooDeep]
  if (elements > documentLimits.elementsMax) return ['element-count', tooMany]
  return attributes > documentLimits.attributesMax ? ['attribute-count', tooManyAttributes] : undefined
}

/**
 * One pass over the text before the parser sees it: stops at a DOCTYPE and at each limit. It judges nothing
 * else; whether the document is well formed is the parser's to say. `onElement` is told the offset of each
 * start tag in document order, and ends the pass by returning true.
 */
export const scanDocument = (text: string, onElement?: (index: number, offset: number) => boolean): Shape => {
  let depth = 0
  let elements = 0
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const end = skipped(text, at)
    if (end !== undefined) {
      if (text.startsWith('<!DOCTYPE', at))
        return { elements, stop: { rule: 'doctype', message: noDoctype, offset: at } }
      at = end
    } else if (text.charCodeAt(at + 1) === 0x2f) {
      depth -= 1
      at = after(text, '>', at)
    } else {
      const tag = startTag(text, at)
      const over = overLimit(depth + 1, elements + 1, tag.attributes)
      if (over) return { elements, stop: { rule: over[0], message: over[1], offset: at } }
      if (onElement?.(elements, at)) break
      elements += 1
      if (!tag.closed) depth += 1
      at = tag.end
    }
  }
  return { elements }
}

/** Line and column, from 1, of an offset. Columns count characters (code points), not bytes. */
export const lineAndColumn = (text: string, offset: number): { line: number; column: number } => {
  let line = 1
  let start = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1
    start = at + 1
  }
  return { line, column: lengthOf(text.slice(start, offset)) + 1 }
}

/** Where the element with this place in document order (from 0) begins. */
export const elementPosition = (text: string, index: number): { line: number; column: number } => {
  let offset = 0
  scanDocument(text, (at, found) => {
    offset = found
    return at === index
  })
  return lineAndColumn(text, offset)
}
