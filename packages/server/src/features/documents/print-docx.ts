import type { DocumentBlock, DocumentModel } from '@opentipline/contract'
import {
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

/** Widths in twentieths of a point: the text, and the column of its sources. */
const bodyWidth = 7_200
const sourceWidth = 2_700
const font = 'Public Sans'
const quiet = '454545'

/** A document as DOCX with the sources in a right column: the same model and moment are always the same bytes. */
export const printDocx = async (model: DocumentModel, madeAt: Date): Promise<Buffer> => {
  const document = new Document({
    creator: 'OpenTipline',
    title: model.title,
    styles: { default: { document: { run: { font, size: 20 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: 12_240, height: 15_840 },
            margin: { top: 1_080, left: 1_080, right: 1_080, bottom: 1_080 },
          },
        },
        footers: { default: footer(model) },
        children: [
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            children: [new TextRun({ text: model.title, bold: true, size: 32, font })],
          }),
          new Paragraph({ children: [run(`Authority: ${model.authority}`, { color: quiet })] }),
          ...model.blocks.flatMap(draw),
        ],
      },
    ],
  })
  const bytes = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: core(model, madeAt) },
  ])
  return withoutTimes(bytes)
}

type Look = { bold?: boolean; size?: number; color?: string }
const run = (text: string, { bold = false, size = 20, color }: Look = {}): TextRun =>
  new TextRun({ text, bold, size, font, ...(color === undefined ? {} : { color }) })

const footer = (model: DocumentModel): Footer =>
  new Footer({
    children: [
      new Paragraph({
        children: [
          run(`${model.footer}. Page `, { size: 15, color: quiet }),
          new TextRun({
            children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
            size: 15,
            font,
            color: quiet,
          }),
        ],
      }),
    ],
  })

const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' } as const
const noBorders = { top: none, bottom: none, left: none, right: none } as const

const cell = (children: Paragraph[], width: number): TableCell =>
  new TableCell({
    children,
    width: { size: width, type: WidthType.DXA },
    borders: noBorders,
    margins: { right: 120 },
  })

/** One row of two cells: what is said, and where it comes from. */
const beside = (body: Paragraph[], source: string): Table =>
  new Table({
    width: { size: bodyWidth + sourceWidth, type: WidthType.DXA },
    columnWidths: [bodyWidth, sourceWidth],
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          cell(body, bodyWidth),
          cell(
            source
              .split('\n')
              .map((line) => new Paragraph({ children: [run(line, { size: 14, color: quiet })] })),
            sourceWidth,
          ),
        ],
      }),
    ],
  })

const draw = (block: DocumentBlock): (Paragraph | Table)[] => {
  switch (block.block) {
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          spacing: { before: 200 },
          children: [run(block.text, { bold: true, size: 24 })],
        }),
      ]
    case 'paragraph':
      return [
        beside(
          [new Paragraph({ children: block.parts.map((part) => run(part.text)) })],
          block.sources.join('\n'),
        ),
      ]
    case 'facts':
      return block.rows.map((row) =>
        beside(
          [new Paragraph({ children: [run(`${row.label}: `, { bold: true }), run(row.value)] })],
          row.source,
        ),
      )
    case 'list':
      return list(block)
    case 'sign':
      return block.lines.map(
        (line) =>
          new Paragraph({
            spacing: { before: 480 },
            children: [run(`______________________________  ${line}`)],
          }),
      )
  }
}

const list = (block: Extract<DocumentBlock, { block: 'list' }>): (Paragraph | Table)[] => {
  if (block.rows.length === 0)
    return [new Paragraph({ children: [run(`${block.columns.join(', ')}: none stated.`)] })]
  const width = Math.floor(bodyWidth / block.columns.length)
  const texts = (cells: readonly string[], source: string, bold: boolean): TableRow =>
    new TableRow({
      tableHeader: bold,
      cantSplit: true,
      children: [
        ...cells.map((text) => cell([new Paragraph({ children: [run(text, { bold, size: 17 })] })], width)),
        cell([new Paragraph({ children: [run(source, { size: 14, color: quiet })] })], sourceWidth),
      ],
    })
  return [
    new Table({
      width: { size: bodyWidth + sourceWidth, type: WidthType.DXA },
      columnWidths: [...block.columns.map(() => width), sourceWidth],
      rows: [
        texts(block.columns, 'Source', true),
        ...block.rows.map((row) => texts(row.cells, row.source, false)),
      ],
    }),
    ...(block.more > 0
      ? [new Paragraph({ children: [run(`${block.more} more are not shown here.`, { bold: true })] })]
      : []),
  ]
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The properties of the package, with the moment it was made and not the one at which it was packed. */
const core = (model: DocumentModel, madeAt: Date): string =>
  `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(model.title)}</dc:title><dc:creator>OpenTipline</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${madeAt.toISOString().slice(0, 19)}Z</dcterms:created></cp:coreProperties>`

const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const endRecord = 0x06054b50
/** 1 January 1980, the first day that the format knows. */
const firstDay = 0x0021

/** Sets every time of a ZIP to the first that it can hold: the packer writes the moment of packing (APPNOTE 4.3.7, 4.3.12). */
const withoutTimes = (zip: Buffer): Buffer => {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || zip.readUInt32LE(end) !== endRecord) throw new Error('the packer gave no ZIP')
  const entries = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  for (let entry = 0; entry < entries; entry++) {
    if (zip.readUInt32LE(at) !== centralHeader) throw new Error('the packer gave no ZIP')
    const local = zip.readUInt32LE(at + 42)
    if (zip.readUInt32LE(local) !== localHeader) throw new Error('the packer gave no ZIP')
    zip.writeUInt16LE(0, at + 12)
    zip.writeUInt16LE(firstDay, at + 14)
    zip.writeUInt16LE(0, local + 10)
    zip.writeUInt16LE(firstDay, local + 12)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return zip
}
