export { type ChecklistBook, openChecklistBook } from './book.ts'
export { tipChecklists } from './of-tip.ts'
export { refuseUnlessTicked } from './required.ts'
export { checklistRoutes } from './routes.ts'
