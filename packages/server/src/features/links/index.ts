export { linkReports } from './link.ts'
export { readJudgedLinks, readLinkSummaries } from './summaries.ts'
export { readJoins } from './joins.ts'
