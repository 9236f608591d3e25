import type { SheetFormat, SheetLanguage } from '@opentipline/contract'
import {
  type CodeNames,
  codeNamesEn,
  codeNamesEs,
  type SheetWords,
  sheetWordsEn,
  sheetWordsEs,
} from '@opentipline/domain'
import { printCsv, printXlsx, type Sheet } from '@opentipline/formats'
import type { FastifyReply } from 'fastify'

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** The bytes of a sheet. No text in it is a formula, in either form. */
export const printSheet = async (sheet: Sheet, format: SheetFormat): Promise<Uint8Array> =>
  format === 'csv' ? Buffer.from(printCsv(sheet)) : printXlsx(sheet)

/** Answers with a sheet as a file; `name` is without its ending. */
export const answerSheet = (
  reply: FastifyReply,
  name: string,
  format: SheetFormat,
  bytes: Uint8Array,
): Buffer => {
  void reply.type(types[format]).header('content-disposition', `attachment; filename="${name}.${format}"`)
  return Buffer.from(bytes)
}

/** The words of a sheet: its titles, and what the codes in its cells are called. */
export const wordsOfSheets = (language: SheetLanguage | undefined): SheetWords & { codes: CodeNames } =>
  language === 'es' ? { ...sheetWordsEs, codes: codeNamesEs } : { ...sheetWordsEn, codes: codeNamesEn }

/** Columns in this order, each with its title and, where it is not the usual, its width in characters. */
export const columnsOf = <Key extends string>(
  titles: Readonly<Record<Key, string>>,
  widths: readonly (readonly [Key, number?])[],
): Sheet['columns'] =>
  widths.map(([key, widthCharacters]) => ({
    title: titles[key],
    ...(widthCharacters === undefined ? {} : { widthCharacters }),
  }))
