import type { DecisionKind } from '@opentipline/contract'

/** An unfinished decision. Nothing in it is chosen until a person chooses it. */
export type Draft = {
  kind?: DecisionKind | undefined
  reasons: readonly string[]
  note: string
  referTo: string
  /** What the other agency is told. */
  tellThem: string
  /** A calendar day, `YYYY-MM-DD`, in the zone of the device. */
  holdDay: string
}
export const emptyDraft: Draft = { reasons: [], note: '', referTo: '', tellThem: '', holdDay: '' }

/**
 * Unfinished entries by tip, in memory only: moving through the queue or signing in again loses nothing,
 * and nothing of a report is left on the device when the page is closed.
 */
const drafts = new Map<string, Draft>()

export const readDraft = (tipId: string): Draft => drafts.get(tipId) ?? emptyDraft
export const keepDraft = (tipId: string, draft: Draft): void => void drafts.set(tipId, draft)
export const dropDraft = (tipId: string): void => void drafts.delete(tipId)

/** Notes that were begun and not saved, by tip: kept as the unfinished decisions are. */
const notes = new Map<string, string>()
export const readNoteDraft = (tipId: string): string => notes.get(tipId) ?? ''
export const keepNoteDraft = (tipId: string, text: string): void => {
  if (text === '') notes.delete(tipId)
  else notes.set(tipId, text)
}

export const forgetDrafts = (): void => {
  drafts.clear()
  notes.clear()
}
