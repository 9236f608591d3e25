/** Where a line begins in a text, in characters; lines count from 1. Past the end it is the end. */
export const lineStart = (text: string, line: number): number => {
  let start = 0
  for (let at = 1; at < line; at++) {
    const next = text.indexOf('\n', start)
    if (next === -1) return text.length
    start = next + 1
  }
  return start
}
