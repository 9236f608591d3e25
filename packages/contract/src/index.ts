export * from './errors.ts'
export * from './judgement.ts'
export * from './report.ts'
