export { routeReports } from './route.ts'
export { routingRoutes } from './routes.ts'
