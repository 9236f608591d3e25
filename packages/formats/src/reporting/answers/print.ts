import { branch, leaf, xmlDeclaration } from '../xml/write.ts'

export type ReportResponse = {
  code: number
  /** Never empty: known clients fail on an answer without a description. */
  description: string
  reportId?: string | undefined
  fileId?: string | undefined
  hash?: string | undefined
}
export type ReportDoneResponse = { code: number; reportId: string; fileIds: readonly string[] }

/** Characters of a description. Answers stay small: one known client caps an answer at 1 MiB. */
const descriptionCharactersMax = 16_000

/**
 * An answer with `reportResponse`: declaration, no white space between elements, children in schema order.
 * Clients match literal `<responseCode>0</responseCode>`, so no attribute and no prefix ever appears.
 * Throws where the description is blank.
 */
export const printReportResponse = (answer: ReportResponse): string => {
  if (answer.description.trim() === '') throw new Error('An answer needs a description')
  return (
    xmlDeclaration +
    branch('reportResponse', [
      leaf('responseCode', answer.code),
      leaf('responseDescription', printable(answer.description)),
      leaf('reportId', answer.reportId),
      leaf('fileId', answer.fileId),
      leaf('hash', answer.hash),
    ])
  )
}

/** A description may quote what a provider sent; a character XML cannot carry becomes U+FFFD there. */
const printable = (description: string): string =>
  description
    .slice(0, descriptionCharactersMax)
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the characters XML 1.0 excludes
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')

/** The answer to a successful finish. By schema it has no description; without files it says `<files/>`. */
export const printReportDoneResponse = (answer: ReportDoneResponse): string => {
  const ids = answer.fileIds.map((id) => leaf('fileId', id)).join('')
  return (
    xmlDeclaration +
    branch('reportDoneResponse', [
      leaf('responseCode', answer.code),
      leaf('reportId', answer.reportId),
      ids === '' ? '<files/>' : `<files>${ids}</files>`,
    ])
  )
}
