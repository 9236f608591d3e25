export { type Call, type Handler, type OpenHandler, serve, serveOpen } from './endpoint.ts'
export { permit } from './permit.ts'
export { readSession, type Session, sessionView } from './session.ts'
export { Problem } from './problem.ts'
export {
  clearSessionCookie,
  newSessionToken,
  readSessionToken,
  setSessionCookie,
  tokenDigest,
} from './session-cookie.ts'
