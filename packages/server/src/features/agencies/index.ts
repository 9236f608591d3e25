export { clearinghouseId, type Directory, openDirectory } from './directory.ts'
export { agencyRoutes } from './routes.ts'
