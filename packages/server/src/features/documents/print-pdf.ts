import type { DocumentBlock, DocumentModel } from '@opentipline/contract'
import PDFDocument from 'pdfkit'
import { documentFonts } from './fonts.ts'

/** US Letter in points; a margin of 0.75 inch, and a right column for the sources. */
const page = { width: 612, height: 792, margin: 54 }
const sourceWidth = 138
const gap = 14
const bodyWidth = page.width - 2 * page.margin - sourceWidth - gap
const sourceLeft = page.margin + bodyWidth + gap
const footHeight = 40
const sizes = { title: 16, heading: 11.5, body: 9.5, cell: 7.4, source: 6.8 }
/** Pages of one document at most; a list is cut long before. */
const pagesMax = 80

type Sheet = {
  pdf: PDFKit.PDFDocument
  /** A text with every character named that the face has no form for: nothing vanishes from paper. */
  shown(text: string): string
  /** Where the next block begins. */
  y: number
}

/** A document as PDF: the same model and moment are always the same bytes. @throws Error when it would be too long */
export const printPdf = async (model: DocumentModel, madeAt: Date): Promise<Buffer> => {
  const fonts = documentFonts()
  const pdf = new PDFDocument({
    size: [page.width, page.height],
    margins: { top: page.margin, left: page.margin, right: page.margin, bottom: 0 },
    bufferPages: true,
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: model.title,
      Creator: 'OpenTipline',
      Producer: 'OpenTipline',
      CreationDate: madeAt,
      ModDate: madeAt,
    },
  })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  pdf.registerFont('regular', fonts.regular)
  pdf.registerFont('bold', fonts.bold)
  const sheet: Sheet = { pdf, shown: showerOf(pdf), y: page.margin }
  head(sheet, model)
  for (const block of model.blocks) draw(sheet, block)
  foot(sheet, model)
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

/** The face's own list of characters, behind what pdfkit types of it. */
const hasGlyph = (pdf: PDFKit.PDFDocument): ((point: number) => boolean) => {
  pdf.font('regular')
  const inner: unknown = Reflect.get(pdf, '_font')
  const face: unknown = typeof inner === 'object' && inner !== null ? Reflect.get(inner, 'font') : undefined
  if (typeof face !== 'object' || face === null || !('hasGlyphForCodePoint' in face))
    throw new Error('the face cannot tell which characters it has')
  const ask = face.hasGlyphForCodePoint
  if (typeof ask !== 'function') throw new Error('the face cannot tell which characters it has')
  return (point) => Boolean(ask.call(face, point))
}

const showerOf = (pdf: PDFKit.PDFDocument): ((text: string) => string) => {
  const has = hasGlyph(pdf)
  return (text) =>
    [...text]
      .map((character) => {
        const point = character.codePointAt(0) ?? 0
        return character === '\n' || has(point)
          ? character
          : `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`
      })
      .join('')
}

type Style = { font: 'regular' | 'bold'; size: number; width: number; color?: string }

const heightOf = ({ pdf }: Sheet, text: string, { font, size, width }: Style): number =>
  pdf.font(font).fontSize(size).heightOfString(text, { width, lineGap: 1.5 })

const put = ({ pdf }: Sheet, tag: string, text: string, left: number, top: number, style: Style): void => {
  const { font, size, width, color = '#1b1b1b' } = style
  const element = pdf.struct(tag, {}, () => {
    pdf.font(font).fontSize(size).fillColor(color).text(text, left, top, { width, lineGap: 1.5 })
  })
  pdf.addStructure(element)
}

const fits = (sheet: Sheet, height: number): boolean => sheet.y + height <= page.height - footHeight - 20

/** Begins a new page where a block of this height does not fit. */
const make = (sheet: Sheet, height: number): void => {
  if (fits(sheet, height)) return
  if (sheet.pdf.bufferedPageRange().count >= pagesMax) throw new Error('the document is too long')
  sheet.pdf.addPage()
  sheet.y = page.margin
}

const head = (sheet: Sheet, model: DocumentModel): void => {
  const title: Style = { font: 'bold', size: sizes.title, width: page.width - 2 * page.margin }
  const text = sheet.shown(model.title)
  put(sheet, 'H1', text, page.margin, sheet.y, title)
  sheet.y += heightOf(sheet, text, title) + 2
  const authority: Style = { font: 'regular', size: sizes.body, width: bodyWidth, color: '#454545' }
  const words = sheet.shown(`Authority: ${model.authority}`)
  put(sheet, 'P', words, page.margin, sheet.y, authority)
  put(sheet, 'P', 'Where each fact comes from', sourceLeft, sheet.y + 2, {
    font: 'bold',
    size: sizes.source,
    width: sourceWidth,
    color: '#454545',
  })
  sheet.y += heightOf(sheet, words, authority) + 8
  line(sheet, '#1b1b1b')
}

const line = (sheet: Sheet, color: string): void => {
  const { pdf } = sheet
  pdf.markContent('Artifact', { type: 'Layout' })
  pdf
    .moveTo(page.margin, sheet.y)
    .lineTo(page.width - page.margin, sheet.y)
    .lineWidth(0.5)
    .strokeColor(color)
    .stroke()
  pdf.endMarkedContent()
  sheet.y += 8
}

const draw = (sheet: Sheet, block: DocumentBlock): void => {
  switch (block.block) {
    case 'heading': {
      const style: Style = { font: 'bold', size: sizes.heading, width: bodyWidth }
      make(sheet, 60)
      sheet.y += 6
      put(sheet, 'H2', sheet.shown(block.text), page.margin, sheet.y, style)
      sheet.y += heightOf(sheet, sheet.shown(block.text), style) + 4
      return
    }
    case 'paragraph':
      return beside(sheet, block.parts.map((part) => part.text).join(''), block.sources.join('\n'), 'regular')
    case 'facts':
      for (const row of block.rows) beside(sheet, `${row.label}: ${row.value}`, row.source, 'regular')
      return
    case 'list':
      return list(sheet, block)
    case 'sign':
      for (let at = 0; at < block.lines.length; at += signsAbreast)
        signs(sheet, block.lines.slice(at, at + signsAbreast))
  }
}

/** Lines to sign on that stand beside each other: a name, a signature and a day fit. */
const signsAbreast = 3

/** Lines to write on, beside each other and never parted by the end of a page. */
const signs = (sheet: Sheet, labels: readonly string[]): void => {
  const { pdf } = sheet
  const width = (page.width - 2 * page.margin - gap * (labels.length - 1)) / labels.length
  const style: Style = { font: 'regular', size: sizes.cell, width }
  const texts = labels.map((label) => sheet.shown(label))
  const height = Math.max(...texts.map((text) => heightOf(sheet, text, style)))
  make(sheet, 34 + height)
  sheet.y += 30
  for (const [at, text] of texts.entries()) {
    const left = page.margin + at * (width + gap)
    pdf.markContent('Artifact', { type: 'Layout' })
    pdf
      .moveTo(left, sheet.y)
      .lineTo(left + width, sheet.y)
      .lineWidth(0.5)
      .strokeColor('#454545')
      .stroke()
    pdf.endMarkedContent()
    put(sheet, 'P', text, left, sheet.y + 3, style)
  }
  sheet.y += height + 7
}

/** A text with its sources in the right column, kept on one page together. */
const beside = (sheet: Sheet, text: string, source: string, font: Style['font']): void => {
  const body: Style = { font, size: sizes.body, width: bodyWidth }
  const margin: Style = { font: 'regular', size: sizes.source, width: sourceWidth, color: '#454545' }
  const [words, from] = [sheet.shown(text), sheet.shown(source)]
  const height = Math.max(heightOf(sheet, words, body), source === '' ? 0 : heightOf(sheet, from, margin))
  make(sheet, height)
  put(sheet, 'P', words, page.margin, sheet.y, body)
  if (source !== '') put(sheet, 'Note', from, sourceLeft, sheet.y + 1.5, margin)
  sheet.y += height + 5
}

const list = (sheet: Sheet, block: Extract<DocumentBlock, { block: 'list' }>): void => {
  if (block.rows.length === 0)
    return beside(sheet, `${block.columns.join(', ')}: none stated.`, '', 'regular')
  const widths = columnWidths(sheet, block)
  const [first] = block.rows
  // The names of the columns never stand alone at the foot of a page.
  if (first)
    make(
      sheet,
      rowHeight(sheet, block.columns, '', widths, 'bold') +
        rowHeight(sheet, first.cells, first.source, widths, 'regular') +
        2 * rowGap,
    )
  row(sheet, block.columns, '', widths, 'bold')
  // A page that is read by itself tells what its columns are.
  for (const each of block.rows) {
    const height = rowHeight(sheet, each.cells, each.source, widths, 'regular') + rowGap
    if (!fits(sheet, height)) {
      make(sheet, height)
      row(sheet, block.columns, 'continued', widths, 'bold')
    }
    row(sheet, each.cells, each.source, widths, 'regular')
  }
  if (block.more > 0) beside(sheet, `${block.more} more are not shown here.`, '', 'bold')
  sheet.y += 4
}

/** Characters of a word that a column keeps in one piece: an address of four numbers, a port. A digest breaks. */
const wholeWordMax = 16
/** What a column asks for at most, in points: beyond that its text wraps. */
const columnWidthMax = 120
const cellPadding = 6

/** Room for each column's longest word first, so that no address or port is broken; what is left goes where there is more to say. */
const columnWidths = (
  { pdf, shown }: Sheet,
  { columns, rows }: { columns: string[]; rows: { cells: string[] }[] },
): number[] => {
  const measured = (text: string): number => pdf.widthOfString(shown(text)) + cellPadding + 1
  pdf.font('bold').fontSize(sizes.cell)
  const longest = measured('0'.repeat(wholeWordMax))
  const sized = columns.map((name, at) => {
    const texts = [name, ...rows.map(({ cells }) => cells[at] ?? '')]
    const words = texts.flatMap((text) => text.split(/\s+/))
    const least = Math.max(...words.map((word) => Math.min(longest, measured(word))))
    const most = Math.max(...texts.map((text) => Math.min(columnWidthMax, measured(text))))
    return { least, more: Math.max(1, most - least) }
  })
  const least = sized.reduce((sum, each) => sum + each.least, 0)
  const more = sized.reduce((sum, each) => sum + each.more, 0)
  const left = bodyWidth - least
  return sized.map((each) =>
    left < 0 ? (each.least / least) * bodyWidth : each.least + (each.more / more) * left,
  )
}

const marginStyle: Style = { font: 'regular', size: sizes.source, width: sourceWidth, color: '#454545' }
/** Points from the text of one row to that of the next, its line included. */
const rowGap = 6

const cellStyles = (widths: readonly number[], font: Style['font']): Style[] =>
  widths.map((width) => ({ font, size: sizes.cell, width: width - cellPadding }))

const rowHeight = (
  sheet: Sheet,
  cells: readonly string[],
  source: string,
  widths: readonly number[],
  font: Style['font'],
): number => {
  const styles = cellStyles(widths, font)
  const heights = cells.map((cell, at) => heightOf(sheet, sheet.shown(cell), styles[at] ?? marginStyle))
  return Math.max(...heights, source === '' ? 0 : heightOf(sheet, sheet.shown(source), marginStyle))
}

const row = (
  sheet: Sheet,
  cells: readonly string[],
  source: string,
  widths: readonly number[],
  font: Style['font'],
): void => {
  const texts = cells.map((cell) => sheet.shown(cell))
  const styles = cellStyles(widths, font)
  const from = sheet.shown(source)
  const height = rowHeight(sheet, cells, source, widths, font)
  make(sheet, height + rowGap)
  let left = page.margin
  for (const [at, text] of texts.entries()) {
    put(sheet, font === 'bold' ? 'TH' : 'TD', text, left, sheet.y, styles[at] ?? marginStyle)
    left += widths[at] ?? 0
  }
  if (source !== '') put(sheet, 'Note', from, sourceLeft, sheet.y, marginStyle)
  sheet.y += height + 2
  line(sheet, font === 'bold' ? '#1b1b1b' : '#c6cace')
  sheet.y -= 5
}

/** The page's number of all, and what it was made from; not part of the reading order. */
const foot = (sheet: Sheet, model: DocumentModel): void => {
  const { pdf } = sheet
  const { count } = pdf.bufferedPageRange()
  for (let at = 0; at < count; at++) {
    pdf.switchToPage(at)
    pdf.markContent('Artifact', { type: 'Pagination' })
    pdf
      .font('regular')
      .fontSize(7.5)
      .fillColor('#454545')
      .text(
        sheet.shown(`${model.footer}. Page ${at + 1} of ${count}`),
        page.margin,
        page.height - footHeight,
        {
          width: page.width - 2 * page.margin,
          lineBreak: false,
        },
      )
    pdf.endMarkedContent()
  }
}
