export { openConfiguredSources } from './configured-sources.ts'
export { enrichReports } from './enrich.ts'
export { identifierKey, normaliseReports } from './normalise.ts'
export { pictureJob } from './pictures/hash-waiting.ts'
