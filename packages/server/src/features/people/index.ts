export { peopleRoutes } from './routes.ts'
export { ensureDemoPeople } from './demo-people.ts'
