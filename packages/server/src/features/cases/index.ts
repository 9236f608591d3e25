export { loadOwnCase } from './load.ts'
export { caseRoutes } from './routes.ts'
