export { readGate } from './gate.ts'
export { fileRoutes } from './routes.ts'
