import type { LeaseView } from '@opentipline/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { desk, DeskProblem, queryClient } from '../../platform/api.ts'
import { inTurn } from './inTurn.ts'

/** A lease is renewed by work on the tip, at most once in so long: each renewal is an entry in the ledger. */
const renewEveryMs = 300_000

const key = (tipId: string) => ['lease', tipId]

export const isLeasedByOther = (error: unknown): error is DeskProblem =>
  error instanceof DeskProblem && error.code === 'leased'

/** By itself, while a tip is worked on; or by a person who says so, where somebody else is on it too. */
export type Taking = 'by itself' | 'asked' | 'over'

/** Who is on the tip, as this page last heard: from the tip itself, then from each act. */
export const useLease = (tipId: string, told: LeaseView | null) =>
  useQuery<LeaseView | null>({
    queryKey: key(tipId),
    queryFn: () => told,
    initialData: told,
    staleTime: Infinity,
  }).data

const take = (tipId: string, how: Taking): Promise<void> =>
  inTurn(tipId, async () => {
    try {
      const body = how === 'over' ? { takeOver: true } : {}
      const { lease } = await desk.call('takeLease', { params: { tipId }, body })
      queryClient.setQueryData(key(tipId), lease)
    } catch (error) {
      // Whoever was on it is not any more: a colleague took it over meanwhile, and the refusal says who.
      if (isLeasedByOther(error)) queryClient.setQueryData(key(tipId), null)
      throw error
    }
  })

/** Does nothing where this page's person is not on the tip, as far as it heard. */
const release = (tipId: string): Promise<void> =>
  inTurn(tipId, async () => {
    if (!queryClient.getQueryData<LeaseView | null>(key(tipId))?.own) return
    const { lease } = await desk.call('releaseLease', { params: { tipId }, body: {} })
    queryClient.setQueryData(key(tipId), lease)
  })

export const useTakeLease = (tipId: string) => useMutation({ mutationFn: (how: Taking) => take(tipId, how) })

export const useReleaseLease = (tipId: string) => useMutation({ mutationFn: () => release(tipId) })

/** Ends the lease of a tip that was left, and forgets who was on it: the tip tells it anew where it is opened again. */
const leave = (tipId: string): void =>
  void release(tipId)
    .catch(() => undefined)
    .then(() => queryClient.removeQueries({ queryKey: key(tipId), type: 'inactive' }))

/**
 * Opening a tip that nobody is on tells the others; typing and clicking renews it now and then; leaving the tip ends it, also where
 * the server has not answered yet that it was taken.
 * `wanted` is false where this person could not decide on it anyway.
 */
export const useLeaseWhileOpen = (
  tipId: string,
  told: LeaseView | null,
  wanted: boolean,
  onTake: (how: Taking) => void,
): void => {
  const at = useRef(0)
  // Only whether a colleague is on it counts: that one's own lease is told anew with each reading changes nothing.
  const blocked = told !== null && !told.own
  useEffect(() => {
    if (!wanted || blocked) return
    const renew = (): void => {
      if (Date.now() - at.current < renewEveryMs) return
      at.current = Date.now()
      onTake('by itself')
    }
    renew()
    window.addEventListener('keydown', renew)
    window.addEventListener('pointerdown', renew)
    return () => {
      window.removeEventListener('keydown', renew)
      window.removeEventListener('pointerdown', renew)
      at.current = 0
    }
  }, [tipId, blocked, wanted, onTake])
  useEffect(() => () => leave(tipId), [tipId])
}
