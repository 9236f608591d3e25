/** The catalogue of errors of the JSON API (RFC 9457). A code is stable; its title may be reworded. */
export const problems = {
  'bad-request': { status: 400, title: 'The request is not what this operation takes' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'session-locked': { status: 401, title: 'The desk is locked; unlock it to go on' },
  'step-up-needed': { status: 401, title: 'Prove first that it is you' },
  'sign-in-failed': { status: 400, title: 'This did not sign you in' },
  'account-locked': { status: 401, title: 'This account is locked; a person of your agency unlocks it' },
  'link-used': { status: 410, title: 'This link is used, withdrawn or too old' },
  'not-allowed': { status: 403, title: 'Your role does not allow this here' },
  'not-found': { status: 404, title: 'There is nothing here that you may see' },
  conflict: { status: 409, title: 'Somebody changed this in the meantime' },
  'gate-closed': { status: 403, title: 'The legal gate of this file is not open' },
  leased: { status: 409, title: 'Somebody else is on this tip' },
  'already-decided': { status: 409, title: 'This decision has already taken effect' },
  'too-large': { status: 413, title: 'This is larger than the limit' },
  'unsupported-document': { status: 422, title: 'This document cannot be read' },
  'openings-spent': { status: 409, title: 'Your agency’s limit of files opened in a day is reached' },
  'file-held': { status: 409, title: 'Something keeps this file from being destroyed' },
  'file-destroyed': { status: 410, title: 'This file was destroyed' },
  'file-damaged': { status: 500, title: 'What is stored is not what was received; an incident is on record' },
  'range-not-there': { status: 416, title: 'The file has no such range' },
  'too-many-requests': { status: 429, title: 'Too many requests; wait a moment' },
  'server-error': { status: 500, title: 'Something failed here; nothing was stored' },
  'not-ready': { status: 503, title: 'Not ready yet' },
} as const
export type ProblemCode = keyof typeof problems

/** RFC 9457 problem details with a stable `code` and the request's id. */
export type ProblemDetails = {
  type: string
  title: string
  status: number
  code: ProblemCode
  detail?: string
  requestId: string
  /** Where in the input, for `bad-request` and `unsupported-document`. */
  at?: { path?: string; line?: number; column?: number; message: string }[]
}
