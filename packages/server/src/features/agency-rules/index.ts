export { ruleInForce } from './in-force.ts'
export { agencyRuleRoutes } from './routes.ts'
export { setRule } from './set.ts'
