export { openConfiguredSources } from './configured-sources.ts'
export { enrichReports } from './enrich.ts'
export { normaliseReports } from './normalise.ts'
