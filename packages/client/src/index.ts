export * from './desk/index.ts'
export * from './reporting/index.ts'
