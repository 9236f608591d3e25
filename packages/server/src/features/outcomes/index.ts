export { type Period, periodOf } from './period.ts'
export { outcomeRoutes } from './routes.ts'
