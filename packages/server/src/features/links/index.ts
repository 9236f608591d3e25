export { linkReports } from './link.ts'
export { readLinkSummaries } from './summaries.ts'
