import { open } from 'node:fs/promises'
import { basename } from 'node:path'

/**
 * Lines `start,end,number,name` with addresses as decimal numbers, sorted by start and without overlaps. The text is its own
 * index: it is searched by halving as it stands, so that reading it is all there is to loading it.
 */
type RangeLines = Buffer
export type AsnTable = { readonly v4: RangeLines; readonly v6: RangeLines }
type Operator = { readonly asn: number; readonly name: string }

/** The table of the whole Internet has some 20 MB; a file far beyond that is not one. */
const rangeBytesMax = 256 * 1024 * 1024

const lineFeed = 0x0a
const comma = 0x2c

/** Just after the end of the line in which a byte lies, its line feed included. */
const afterLine = (lines: RangeLines, at: number): number => {
  const end = lines.indexOf(lineFeed, at)
  return end < 0 ? lines.length : end + 1
}
const lineStart = (lines: RangeLines, at: number): number =>
  at === 0 ? 0 : lines.lastIndexOf(lineFeed, at - 1) + 1

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39

/** Where the digits end that begin at a place. */
const afterDigits = (lines: RangeLines, from: number): number => {
  let at = from
  while (isDigit(lines[at])) at += 1
  return at
}

/**
 * Throws with the line where a file cannot be searched by halving: there, what is in it might not be found, and would
 * look as if it were not.
 */
const checkLines = (lines: RangeLines, path: string): void => {
  let [before, beforeEnd] = [0, 0]
  for (let at = 0, number = 1; at < lines.length; at = afterLine(lines, at), number += 1) {
    const end = afterDigits(lines, at)
    const isRange = end > at && lines[end] === comma && isDigit(lines[end + 1])
    if (!isRange)
      throw new Error(
        `${basename(path)}, line ${number}: a line is "start,end,number,name" with addresses as decimal numbers.`,
      )
    // Of two decimal numbers without leading zeros the longer is the greater; of one length the text decides.
    const longer = end - at - (beforeEnd - before)
    if (longer < 0 || (longer === 0 && lines.compare(lines, before, beforeEnd, at, end) <= 0))
      throw new Error(`${basename(path)}, line ${number}: lines are to be sorted by start. Sort the file.`)
    before = at
    beforeEnd = end
  }
}

const readLines = async (path: string): Promise<RangeLines> => {
  await using file = await open(path, 'r')
  const { size } = await file.stat()
  if (size > rangeBytesMax) throw new Error(`${basename(path)} has ${size} bytes; at most ${rangeBytesMax}.`)
  const lines = await file.readFile()
  checkLines(lines, path)
  return lines
}

/** Reads the two files `start,end,number,name`. Throws with file and line where one is not sorted or is no such file. */
export const readAsnTable = async (v4Path: string, v6Path: string): Promise<AsnTable> => ({
  v4: await readLines(v4Path),
  v6: await readLines(v6Path),
})

/** The last line whose start is not after the address; undefined when all are. */
const lastNotAfter = (lines: RangeLines, bits: bigint): string | undefined => {
  let [low, high] = [0, lines.length]
  let found: number | undefined
  while (low < high) {
    const start = lineStart(lines, (low + high) >>> 1)
    if (BigInt(lines.toString('latin1', start, afterDigits(lines, start))) > bits) high = start
    else {
      found = start
      low = afterLine(lines, start)
    }
  }
  return found === undefined ? undefined : lines.toString('utf8', found, afterLine(lines, found)).trimEnd()
}

/** Who announces an address; undefined where nobody in the table does. */
export const findOperator = (
  table: AsnTable,
  address: { readonly version: 4 | 6; readonly bits: bigint },
): Operator | undefined => {
  const line = lastNotAfter(address.version === 4 ? table.v4 : table.v6, address.bits)
  const [, end, asn, name] = /^\d+,(\d+),(\d+),(.*)$/.exec(line ?? '') ?? []
  if (end === undefined || name === undefined || address.bits > BigInt(end)) return undefined
  return {
    asn: Number(asn),
    name: name
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"')
      .trim(),
  }
}
