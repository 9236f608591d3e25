import assert from 'node:assert/strict'
import test from 'node:test'
import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { printCsv } from './csv.ts'
import { guardFormula, mayBeFormula } from './guard.ts'
import type { Sheet, SheetCell } from './sheet.ts'
import { printXlsx } from './xlsx.ts'

const columns = [{ title: 'First' }, { title: 'Second' }, { title: 'Third' }]
const sheetOf = (rows: SheetCell[][]): Sheet => ({ name: 'Synthetic', columns, rows })

/** Texts rich in what makes formulas, dividers and quotes. */
const treacherous = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '＝',
        '＋',
        '－',
        '＠',
        ';',
        ',',
        '\t',
        '\r',
        '\n',
        '\0',
        '"',
        "'",
        ' ',
        '1',
        'SUM(1)',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join('').toWellFormed())
const anyCell: fc.Arbitrary<SheetCell> = fc.oneof(
  { weight: 5, arbitrary: treacherous },
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
  fc.boolean(),
  fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }),
  fc.constant(null),
)
const anyRows = fc.array(fc.tuple(anyCell, anyCell, anyCell), { maxLength: 6 })

/** A reader of CSV as RFC 4180 describes it, with whatever divides the cells. */
const readCsv = (text: string, divider: string): { cell: string; quoted: boolean }[][] => {
  const rows: { cell: string; quoted: boolean }[][] = [[]]
  let cell = ''
  let [inside, quoted] = [false, false]
  const end = (): void => {
    rows.at(-1)?.push({ cell, quoted })
    cell = ''
    quoted = false
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (inside && letter === '"' && text[at + 1] === '"') cell += text[++at]
    else if (letter === '"' && (inside || cell === '')) {
      inside = !inside
      quoted = true
    } else if (!inside && letter === divider) end()
    else if (!inside && letter === '\r' && text[at + 1] === '\n') {
      at++
      end()
      rows.push([])
    } else cell += letter
  }
  return rows.slice(0, -1)
}

const formula = /^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\0]/u

test('no text of a CSV begins like a formula, whatever it holds, and numbers stay numbers', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const read = readCsv(printCsv(sheetOf(rows)).slice(1), ',')
      assert.deepEqual(read.length, rows.length + 1)
      for (const [index, row] of rows.entries())
        for (const [column, cell] of row.entries()) {
          const found = read[index + 1]?.[column]
          assert.ok(found)
          if (typeof cell === 'number') assert.equal(Number(found.cell), cell)
          else assert.doesNotMatch(found.cell, formula)
        }
    }),
    { numRuns: 500 },
  )
})

test('a reader that knows no quotes and divides by semicolons or tabs finds no formula either', () => {
  fc.assert(
    fc.property(
      fc.array(treacherous, { minLength: 3, maxLength: 3 }),
      fc.constantFrom(';', '\t'),
      (row, divider) => {
        const lines = printCsv(sheetOf([row]))
          .slice(1)
          .split(/\r\n|\r|\n/)
        for (const cell of lines.flatMap((line) => line.split(divider)))
          assert.doesNotMatch(cell.replace(/^"/, ''), /^\s*[=+\-@＝＋－＠]/u, cell)
      },
    ),
    { numRuns: 1000 },
  )
})

test('a guard only adds apostrophes, and adds none where there is nothing to mistake', () => {
  fc.assert(
    fc.property(treacherous, (text) => {
      const guarded = guardFormula(text)
      assert.equal(guarded.replaceAll("'", ''), text.replaceAll("'", ''))
      assert.equal(guarded !== text, mayBeFormula(text))
      assert.equal(mayBeFormula(guarded), false)
    }),
    { numRuns: 1000 },
  )
  for (const plain of ['Synthetic narrative 17', 'user-1@example.com', '192.0.2.7', 'a=b', '555-0100', ''])
    assert.equal(guardFormula(plain), plain)
  assert.equal(guardFormula('=HYPERLINK("x")'), `'=HYPERLINK("x")`)
  assert.equal(guardFormula('a;=1'), `a;'=1`)
})

/** The named part of a zip file, by its central directory (APPNOTE 4.3.12). */
const partOf = (zip: Buffer, name: string): string => {
  for (let at = zip.readUInt32LE(zip.length - 6); zip.readUInt32LE(at) === 0x02_01_4b_50; ) {
    const [nameLength, extra, comment] = [
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ]
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const local = zip.readUInt32LE(at + 42)
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      const bytes = zip.subarray(from, from + zip.readUInt32LE(at + 20))
      return (zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8')
    }
    at += 46 + nameLength + extra + comment
  }
  throw new Error(`no ${name}`)
}

test('an XLSX holds each text as a text: no formula and no character that XML refuses', async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, async (rows) => {
      const zip = Buffer.from(await printXlsx(sheetOf(rows)))
      const cells = partOf(zip, 'xl/worksheets/sheet1.xml')
      const texts = partOf(zip, 'xl/sharedStrings.xml')
      assert.doesNotMatch(cells, /<f[ >/]/)
      // oxlint-disable-next-line no-control-regex
      assert.doesNotMatch(cells + texts, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
      const wanted = rows.flat().filter((cell) => cell !== null && cell !== '').length + columns.length
      assert.equal(cells.split(/<c /).length - 1, wanted)
    }),
    { numRuns: 60 },
  )
})

test('a text longer than a cell can be says in the cell that it was cut', async () => {
  const texts = partOf(
    Buffer.from(await printXlsx(sheetOf([['x'.repeat(40_000), 1, true]]))),
    'xl/sharedStrings.xml',
  )
  assert.match(texts, /x \[cut: 40000 characters\]</)
})

test('rows that do not fit the columns are refused in words', async () => {
  assert.throws(() => printCsv(sheetOf([['a']])), /row 0 has 1 cells for 3 columns/)
  assert.throws(() => printCsv(sheetOf([['a', Number.NaN, 'b']])), /row 0 has a number or time that is none/)
  await assert.rejects(printXlsx(sheetOf([['a']])), RangeError)
})
