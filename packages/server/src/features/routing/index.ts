export { rankActivations } from './rank-activations.ts'
export { rejudgeOwn } from './rejudge-own.ts'
export { routeReports } from './route.ts'
export { routingRoutes } from './routes.ts'
