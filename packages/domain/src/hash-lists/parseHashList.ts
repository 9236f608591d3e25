import { parseCsvList } from './csvList.ts'
import type { HashListContent } from './hashList.ts'
import { parsePlainList } from './plainList.ts'
import { parseVicsList } from './vicsList.ts'

/**
 * Reads a hash list in whichever of the three forms it is: VICS 2.0 JSON, CSV with a header, or one digest a line.
 * Throws a SyntaxError when it starts as JSON and is not. Lines that cannot be read are `faults`, not dropped.
 */
export function parseHashList(content: string): HashListContent {
  const text = content.replace(/^\uFEFF/, '')
  const first = text.split(/\r?\n/, 50).find((line) => line.trim() !== '' && !line.startsWith('#')) ?? ''
  if (/^\s*[{[]/.test(first)) return parseVicsList(JSON.parse(text))
  return first.includes(',') || /^\s*"?[a-z][\w -]*"?\s*$/i.test(first.replace(/^\s*[0-9a-f]{32,}\s*$/i, ''))
    ? parseCsvList(text)
    : parsePlainList(text)
}
