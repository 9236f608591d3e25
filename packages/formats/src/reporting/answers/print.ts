import { asXmlText } from '../xml/characters.ts'
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
      // It may quote what a provider sent, whatever that was.
      leaf('responseDescription', asXmlText(answer.description.slice(0, descriptionCharactersMax))),
      leaf('reportId', answer.reportId),
      leaf('fileId', answer.fileId),
      leaf('hash', answer.hash),
    ])
  )
}

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
