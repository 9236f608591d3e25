export { type Directory, openDirectory, readRegistry } from './directory.ts'
export { agencyRoutes } from './routes.ts'
