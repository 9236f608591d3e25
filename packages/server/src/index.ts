export { type RunningServer, type ServerOptions, startServer } from './main.ts'
export { type Log, openLog } from './platform/log.ts'
export { type Administration, openAdministration } from './administration.ts'
