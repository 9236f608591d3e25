export { linkReports } from './link.ts'
export { readJudgedLinks, readLinkSummaries } from './summaries.ts'
