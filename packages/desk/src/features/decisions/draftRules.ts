import { type BodyOf, decisionReasons, type DecisionKind } from '@opentipline/contract'
import type { Messages } from '../../messages/en.ts'
import type { Draft } from './drafts.ts'

export type DraftFault = 'kind' | 'reasons' | 'note' | 'agency' | 'until'
/** Hour of the morning at which a held tip comes back, in the zone of the device: the start of a day shift. */
const holdHour = 8

/** The instant a hold ends, for a calendar day of this device's zone; undefined where it is no day. */
export const holdEnd = (day: string): Date | undefined => {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) return undefined
  return new Date(year, month - 1, date, holdHour)
}

const two = (value: number): string => String(value).padStart(2, '0')

/** `2026-11-30` for a day so many days after `from`. */
export const dayAfter = (from: Date, days: number): string => {
  const to = new Date(from.getFullYear(), from.getMonth(), from.getDate() + days)
  return `${to.getFullYear()}-${two(to.getMonth() + 1)}-${two(to.getDate())}`
}

const isFuture = (day: string, nowMs: number): boolean => (holdEnd(day)?.getTime() ?? 0) > nowMs

/** What is still missing, in the order of the pane. Empty: it can be sent. */
export const draftFaults = (draft: Draft, nowMs: number): DraftFault[] => {
  const { kind, reasons, note, referTo, holdDay } = draft
  const faults: [DraftFault, boolean][] = [
    ['kind', kind === undefined],
    ['agency', kind === 'refer' && referTo === ''],
    ['until', kind === 'hold' && !isFuture(holdDay, nowMs)],
    ['reasons', kind !== undefined && reasons.length === 0],
    ['note', reasons.includes('other') && note.trim() === ''],
  ]
  return faults.filter(([, wrong]) => wrong).map(([fault]) => fault)
}

/** The request for a draft without faults. */
export const requestOf = (draft: Draft & { kind: DecisionKind }): BodyOf<'decide'> => {
  const until = draft.kind === 'hold' ? holdEnd(draft.holdDay) : undefined
  return {
    kind: draft.kind,
    reasons: [...draft.reasons],
    note: draft.note.trim(),
    ...(draft.kind === 'refer' ? { referTo: draft.referTo, tellThem: draft.tellThem.trim() } : {}),
    ...(until ? { holdUntil: until.toISOString() } : {}),
  }
}

/** The published words of a reason; a code that an agency added stands for itself. */
export const reasonWords = (kind: DecisionKind, code: string, t: Messages): string =>
  t.reasonWords[`${kind} ${code}`] ?? decisionReasons[kind].find((each) => each.code === code)?.words ?? code
