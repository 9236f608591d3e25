import type { ProcessState, ProcessStep } from '@opentipline/contract'

/** Legal process as it stands. Days are ISO dates as a person said them. */
export type ProcessStanding = { state: ProcessState; sentOn: string | null }
export type ProcessNext = ProcessStanding & { returnedOn: string | null; returned: string }
export type Refused = { refused: { says: string; field?: 'on' } }

const refused = (says: string, field?: 'on'): Refused => ({
  refused: field === undefined ? { says } : { says, field },
})

/**
 * Ahead of UTC by fourteen hours at the most: a day that has begun nowhere has not happened.
 */
const zoneHoursMax = 14

const isDay = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

const faultOfDay = (on: string, now: Date): Refused | undefined => {
  if (!isDay(on)) return refused(`${on} is no day of the calendar.`, 'on')
  const begins = Date.parse(`${on}T00:00:00Z`) - zoneHoursMax * 3_600_000
  return begins > now.getTime() ? refused('That day has not come yet. Say it when it has.', 'on') : undefined
}

/**
 * What a person's word makes of legal process: drafted, sent, returned; or withdrawn before it came back. It only ever
 * records what somebody says happened: nothing is sent, and no day is set by which anything must come.
 */
export const processAfter = (
  before: ProcessStanding,
  step: ProcessStep,
  now: Date,
): ProcessNext | Refused => {
  if (before.state === 'returned' || before.state === 'withdrawn')
    return refused(`It was ${before.state} already.`)
  if (step.step === 'withdrawn') return { ...before, state: 'withdrawn', returnedOn: null, returned: '' }
  const fault = faultOfDay(step.on, now)
  if (fault) return fault
  if (step.step === 'sent')
    return before.state === 'sent'
      ? refused('It was sent already.')
      : { state: 'sent', sentOn: step.on, returnedOn: null, returned: '' }
  if (before.sentOn === null) return refused('It has not been sent: say first when it was.')
  if (step.on < before.sentOn)
    return refused(`It was sent on ${before.sentOn} and cannot have come back before.`, 'on')
  return { state: 'returned', sentOn: before.sentOn, returnedOn: step.on, returned: step.what }
}
