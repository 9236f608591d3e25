export { assessReports } from './assess.ts'
