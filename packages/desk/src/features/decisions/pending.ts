import { type DecisionView, undoWindowSeconds } from '@opentipline/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { desk, queryClient } from '../../platform/api.ts'
import { renewQueues } from '../tips/queueQuery.ts'

/** A decision the server has recorded and that can still be taken back. */
export type Undoable = {
  decision: DecisionView
  tipId: string
  /** By this device's clock, in milliseconds: measured from the answer's arrival, so that clocks need not agree. */
  untilMs: number
  state: 'open' | 'over' | 'undone'
}

const key = ['undoable']
/** How long the last word on a decision stays to be read. */
const lingerMs = 6_000

const all = (): Undoable[] => queryClient.getQueryData<Undoable[]>(key) ?? []
const put = (list: Undoable[]): void => void queryClient.setQueryData(key, list)
const change = (decisionId: string, state: Undoable['state']): void => {
  put(all().map((each) => (each.decision.decisionId === decisionId ? { ...each, state } : each)))
  setTimeout(() => put(all().filter((each) => each.decision.decisionId !== decisionId)), lingerMs)
}

const windowMs = ({ decidedAt, takesEffectAt }: DecisionView): number => {
  if (takesEffectAt === null) return 0
  const told = Date.parse(takesEffectAt) - Date.parse(decidedAt)
  return Number.isFinite(told)
    ? Math.min(Math.max(told, 0), undoWindowSeconds * 1000)
    : undoWindowSeconds * 1000
}

/** Offers to undo what the server has just recorded. */
export const offerUndo = (tipId: string, decision: DecisionView): void => {
  // What waits for a second person can be taken back from the tip as long as it waits: there are no seconds to count.
  if (decision.takesEffectAt === null) return
  const untilMs = Date.now() + windowMs(decision)
  put([...all().filter((each) => each.tipId !== tipId), { decision, tipId, untilMs, state: 'open' }])
}

/** The undo time of a decision is over: the lists may differ now. */
export const endUndo = (decisionId: string): void => {
  change(decisionId, 'over')
  void renewQueues()
}

export const useUndoable = (): Undoable[] =>
  useQuery({
    queryKey: key,
    queryFn: () => Promise.resolve(all()),
    enabled: false,
    initialData: [] as Undoable[],
    gcTime: Infinity,
  }).data

const undoOne = ({ decision: { decisionId } }: Undoable) =>
  desk.call('undoDecision', { params: { decisionId } })

const tellUndone = ({ decision, tipId }: Undoable): void => {
  change(decision.decisionId, 'undone')
  void queryClient.invalidateQueries({ queryKey: ['readTip', { params: { tipId } }] })
}

export const useUndo = () =>
  useMutation({
    mutationFn: undoOne,
    onSuccess: (_, undoable) => {
      tellUndone(undoable)
      void renewQueues()
    },
  })

/** Takes back several, the one that takes effect first before the others. One that is refused stops none of the rest. */
export const useUndoAll = () =>
  useMutation({
    mutationFn: async (taken: readonly Undoable[]): Promise<void> => {
      const refused: unknown[] = []
      for (const each of taken)
        try {
          await undoOne(each)
          tellUndone(each)
        } catch (error) {
          refused.push(error)
        }
      if (refused.length > 0) throw refused[0]
    },
    onSettled: renewQueues,
  })

/** Asks the undo bar to undo the newest decision: one place shows how it went, whatever key or button started it. */
const undoAsked = 'tipline:undo'
export const useUndoLast = () => useCallback(() => void window.dispatchEvent(new Event(undoAsked)), [])
export const onUndoAsked = (act: () => void): (() => void) => {
  window.addEventListener(undoAsked, act)
  return () => window.removeEventListener(undoAsked, act)
}
