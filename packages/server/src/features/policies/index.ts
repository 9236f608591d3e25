export { openPolicyBook, type PolicyBook } from './book.ts'
export { type PreviewTip, readPreviewTips, standAll } from './preview.ts'
export { policyRoutes } from './routes.ts'
