import { documentLimits } from '../limits.ts'
import { lengthOf } from './characters.ts'

/** What a document looks like from outside, before anything is built from it. */
export type Shape = { stop?: { rule: string; message: string; offset: number } }

const after = (text: string, token: string, from: number): number => {
  const at = text.indexOf(token, from)
  return at === -1 ? text.length : at + token.length
}

/** Walks one start tag from its `<`: where it ends, how many attributes it has, whether it closes itself. */
const startTag = (text: string, from: number): { end: number; attributes: number } => {
  let attributes = 0
  for (let at = from + 1; at < text.length; at += 1) {
    const c = text.charCodeAt(at)
    if (c === 0x3e) return { end: at + 1, attributes }
    if (c === 0x3d) attributes += 1
    if (c === 0x22 || c === 0x27) {
      const quoteEnd = text.indexOf(c === 0x22 ? '"' : "'", at + 1)
      if (quoteEnd === -1) break
      at = quoteEnd
    }
  }
  return { end: text.length, attributes }
}

/** The end of a comment, CDATA section or processing instruction that begins at `at`; undefined for a tag. */
const skipped = (text: string, at: number): number | undefined => {
  const next = text.charCodeAt(at + 1)
  if (next === 0x3f) return after(text, '?>', at + 2)
  if (next !== 0x21) return undefined
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4)
  return text.startsWith('<![CDATA[', at) ? after(text, ']]>', at + 9) : at + 2
}

type Counts = { depth: number; elements: number; attributes: number; sections: number; instructions: number }

const overLimit = (counts: Counts): [rule: string, message: string] | undefined => {
  const { depthMax, elementsMax, attributesMax, sectionsMax, instructionsMax } = documentLimits
  if (counts.depth > depthMax) return ['depth', `Elements are nested deeper than ${depthMax} levels`]
  if (counts.elements > elementsMax) return ['element-count', `There are more than ${elementsMax} elements`]
  if (counts.attributes > attributesMax)
    return ['attribute-count', `An element has more than ${attributesMax} attributes`]
  if (counts.sections > sectionsMax)
    return ['section-count', `There are more than ${sectionsMax} comments and CDATA sections`]
  return counts.instructions > instructionsMax
    ? ['instruction-count', `There are more than ${instructionsMax} processing instructions`]
    : undefined
}

const noDoctype = 'A document type declaration (DOCTYPE) is not taken'

/** Reads the piece of markup at `at` into the counts and says where it ends. */
const countPiece = (text: string, at: number, counts: Counts): number => {
  const end = skipped(text, at)
  if (end !== undefined) {
    if (text.charCodeAt(at + 1) === 0x3f) counts.instructions += 1
    else counts.sections += 1
    return end
  }
  if (text.charCodeAt(at + 1) === 0x2f) {
    counts.depth -= 1
    return after(text, '>', at)
  }
  const tag = startTag(text, at)
  counts.elements += 1
  counts.attributes = tag.attributes
  counts.depth += 1
  return tag.end
}

const closesItself = (text: string, end: number): boolean => text.startsWith('/>', end - 2)

/**
 * One pass over the text before the parser sees it: stops at a DOCTYPE and at each limit. It judges nothing
 * else; whether the document is well formed is the parser's to say. `onElement` is told the offset of each
 * start tag in document order, and ends the pass by returning true.
 */
export const scanDocument = (text: string, onElement?: (index: number, offset: number) => boolean): Shape => {
  const counts: Counts = { depth: 0, elements: 0, attributes: 0, sections: 0, instructions: 0 }
  for (let at = text.indexOf('<'); at !== -1; ) {
    if (text.startsWith('<!DOCTYPE', at)) return { stop: { rule: 'doctype', message: noDoctype, offset: at } }
    const before = counts.elements
    const end = countPiece(text, at, counts)
    const over = overLimit(counts)
    if (over) return { stop: { rule: over[0], message: over[1], offset: at } }
    if (counts.elements > before) {
      if (onElement?.(before, at)) return {}
      if (closesItself(text, end)) counts.depth -= 1
    }
    at = text.indexOf('<', end)
  }
  return {}
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
