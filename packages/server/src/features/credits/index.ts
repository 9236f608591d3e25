export { creditRoutes } from './routes.ts'
export { readCredits } from './read.ts'
