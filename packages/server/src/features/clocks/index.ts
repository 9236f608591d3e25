export { clockRoutes } from './routes.ts'
export { sweepClocks } from './sweep.ts'
