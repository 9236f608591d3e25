export { samplingRoutes } from './routes.ts'
