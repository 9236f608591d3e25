import type { AnswerRead, ReportResponse } from '@opentipline/formats'
import type { Success } from './attempt.ts'
import { type ReportingCall, ReportingError } from './reporting-error.ts'

/** A success by its status whose content says nothing usable: the server may well have carried the call out. */
export const unreadable = (call: ReportingCall, success: Success, description: string): ReportingError =>
  new ReportingError({
    call,
    outcome: 'unknown',
    description: `The server says success, but ${description}`,
    httpStatus: 200,
    requestId: success.requestId,
    attempts: success.attempts,
  })

export const valueOf = <T>(call: ReportingCall, success: Success, read: AnswerRead<T>): T => {
  if (!read.ok) throw unreadable(call, success, read.message)
  return read.value
}

export const reportResponseOf = (call: ReportingCall, success: Success): ReportResponse =>
  valueOf(call, success, success.answer)

/** A field that the contract promises in this answer. */
export const promised = (call: ReportingCall, success: Success, name: 'reportId' | 'fileId'): string => {
  const value = reportResponseOf(call, success)[name]
  if (value === undefined) throw unreadable(call, success, `its answer has no ${name}`)
  return value
}
