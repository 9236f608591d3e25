import { attempt, type Connection } from './attempt.ts'
import { formBody } from './body.ts'
import { codeAlreadyFinished } from './finish.ts'
import { reportResponseOf } from './read-answer.ts'
import { ReportingError } from './reporting-error.ts'

/**
 * `retracted` and `already retracted` (or expired): it is not filed, and may be filed anew.
 * `already finished`: it is filed and stays so; do not file it again.
 */
export type Retracted = { state: 'retracted' | 'already retracted' | 'already finished' }

const codeAlreadyRetracted = 5101

const stateOf = (error: unknown): Retracted['state'] | undefined => {
  if (!(error instanceof ReportingError)) return undefined
  if (error.code === codeAlreadyRetracted) return 'already retracted'
  return error.code === codeAlreadyFinished ? 'already finished' : undefined
}

/** Withdraws an open report. It may be repeated freely, and is the safe question whether a report was finished. */
export const retract = async (connection: Connection, reportId: string): Promise<Retracted> => {
  const request = { method: 'POST', path: '/retract', body: formBody({ id: reportId }) } as const
  try {
    reportResponseOf('retract', await attempt(connection, 'retract', request, 'always'))
    return { state: 'retracted' }
  } catch (error) {
    const state = stateOf(error)
    if (state === undefined) throw error
    return { state }
  }
}
