export { openPolicyBook, type PolicyBook } from './book.ts'
