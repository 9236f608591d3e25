export { reportingRoutes } from './routes.ts'
export { lapsedSql } from './load-report.ts'
export { expireReports } from './expire.ts'
export { receiptRoutes } from './receipt.ts'
