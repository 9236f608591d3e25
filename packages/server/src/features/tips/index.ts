export { tipDecisions, readDecision } from './decisions-of.ts'
export { loadOwnTip } from './load.ts'
export { tipRoutes } from './routes.ts'
