export { readEntries } from './load-entry.ts'
export { recordClock } from './record.ts'
export { clockRoutes } from './routes.ts'
export { sweepClocks } from './sweep.ts'
