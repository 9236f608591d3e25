import { collectRows, type HashListContent, type HashListFault, type HashListRow, rowOf } from './hashList.ts'

/** The lines of a text with their numbers, without making an array of millions of them. */
export function* numberedLines(content: string): Generator<{ line: string; number: number }> {
  let number = 0
  let start = 0
  while (start <= content.length) {
    const end = content.indexOf('\n', start)
    const stop = end < 0 ? content.length : end
    number++
    yield { line: content.slice(start, stop).replace(/\r$/, ''), number }
    start = stop + 1
  }
}

function* entries(content: string): Generator<HashListRow | HashListFault> {
  for (const { line, number } of numberedLines(content.replace(/^\uFEFF/, ''))) {
    const digest = line.trim()
    if (digest !== '' && !digest.startsWith('#')) yield rowOf(digest, undefined, undefined, number)
  }
}

/** One digest a line; the length tells the algorithm. Empty lines and lines that begin with `#` are passed over. */
export const parsePlainList = (content: string): HashListContent => collectRows(entries(content))
