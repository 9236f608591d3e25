export { assembleReport, assembleReports, type AssembledReport } from './assemble.ts'
