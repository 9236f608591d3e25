export { type LawBook, openLawBook } from './book.ts'
export { lawRoutes } from './routes.ts'
