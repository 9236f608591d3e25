import { environments, type OwnReport, type OwnReportRow, ownReportStates } from '@opentipline/contract'

type Environment = OwnReport['environment']
export type FilingSearch = { environment?: Environment; filed?: OwnReportRow['state']; after?: string }
export type QualitySearch = { quarter?: string }

/** Which of the own reports the address names; anything else in it is passed over. */
export const readFilingSearch = (search: Record<string, unknown>): FilingSearch => {
  const environment = environments.find((each) => each === search['environment'])
  const filed = ownReportStates.find((each) => each === search['filed'])
  const after = /^[1-9]\d{0,15}$/.test(String(search['after'])) ? String(search['after']) : undefined
  return { ...(environment && { environment }), ...(filed && { filed }), ...(after && { after }) }
}

export const readQualitySearch = (search: Record<string, unknown>): QualitySearch =>
  /^20\d{2}-Q[1-4]$/.test(String(search['quarter'])) ? { quarter: String(search['quarter']) } : {}
