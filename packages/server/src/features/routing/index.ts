export { rankActivations } from './rank-activations.ts'
export { routeReports } from './route.ts'
export { routingRoutes } from './routes.ts'
