/** The report that the review is narrowed to, in the address; what is no number of a report is left out. */
export type ReviewSearch = { report?: string | undefined }

export const readReviewSearch = (raw: Record<string, unknown>): ReviewSearch => {
  const report = String(raw['report'] ?? '')
  return /^\d{1,18}$/.test(report) ? { report } : {}
}
