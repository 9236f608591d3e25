export { affiliationsOn } from './affiliations.ts'
export { affiliateRoutes } from './routes.ts'
