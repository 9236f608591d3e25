export { tipDecisions, readDecision } from './decisions-of.ts'
export { loadBundle } from './bundles.ts'
export { loadOwnTip } from './load.ts'
export { tipRoutes } from './routes.ts'
