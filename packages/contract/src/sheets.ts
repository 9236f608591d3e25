/** Taking rows out for a spreadsheet. */
import { Type } from 'typebox'

export const sheetFormats = ['csv', 'xlsx'] as const
export type SheetFormat = (typeof sheetFormats)[number]
export const sheetLanguages = ['en', 'es'] as const
export type SheetLanguage = (typeof sheetLanguages)[number]

/** What every export of this kind is asked with; in English where no language is named. */
export const sheetQuery = {
  format: Type.Enum(sheetFormats),
  language: Type.Optional(Type.Enum(sheetLanguages)),
}

/** Cases of one export at most: many more than an agency works, and few enough to be read. */
export const exportCasesMax = 10_000
/** Clocks of one export at most. */
export const exportClocksMax = 10_000
