export { enrichReports } from './enrich.ts'
export { normaliseReports } from './normalise.ts'
export { openSources, type Sources } from './sources/open.ts'
