export { openConfiguredSources } from './configured-sources.ts'
export { enrichReports } from './enrich.ts'
export { identifierKey, normaliseReports } from './normalise.ts'
