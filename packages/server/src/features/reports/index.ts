export { assembleReport, assembleReports, type AssembledReport } from './assemble.ts'
export { exportReport } from './export.ts'
export { reportRoutes } from './routes.ts'
