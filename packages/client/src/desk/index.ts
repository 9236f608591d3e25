export { type CallInput, type DeskClient, type DeskClientOptions, createDeskClient } from './client.ts'
export { BadAnswer, DeskProblem, Unreachable } from './errors.ts'
export { requestFor } from './request.ts'
