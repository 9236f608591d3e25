import type { LeaseView } from '@opentipline/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { desk, DeskProblem, queryClient } from '../../platform/api.ts'

/** A lease is renewed by work on the tip, at most once in so long: each renewal is an entry in the ledger. */
const renewEveryMs = 300_000

const key = (tipId: string) => ['lease', tipId]

export const isLeasedByOther = (error: unknown): boolean =>
  error instanceof DeskProblem && error.code === 'leased'

/** Who is on the tip, as this page last heard: from the tip itself, then from each act. */
export const useLease = (tipId: string, told: LeaseView | null) =>
  useQuery<LeaseView | null>({
    queryKey: key(tipId),
    queryFn: () => told,
    initialData: told,
    staleTime: Infinity,
  }).data

export const useTakeLease = (tipId: string) =>
  useMutation({
    mutationFn: (takeOver: boolean) =>
      desk.call('takeLease', { params: { tipId }, body: takeOver ? { takeOver } : {} }),
    onSuccess: ({ lease }) => void queryClient.setQueryData(key(tipId), lease),
  })

export const useReleaseLease = (tipId: string) =>
  useMutation({
    mutationFn: () => desk.call('releaseLease', { params: { tipId }, body: {} }),
    onSuccess: () => void queryClient.setQueryData(key(tipId), null),
  })

/**
 * Opening a tip that nobody is on tells the others; typing and clicking renews it now and then; leaving the tip ends it.
 * `wanted` is false where this person could not decide on it anyway.
 */
export const useLeaseWhileOpen = (tipId: string, told: LeaseView | null, wanted: boolean): void => {
  const { mutate: take } = useTakeLease(tipId)
  const at = useRef(0)
  const mine = useRef(told?.own ?? false)
  // Only whether a colleague is on it counts: that one's own lease is told anew with each reading changes nothing.
  const blocked = told !== null && !told.own
  useEffect(() => {
    if (!wanted || blocked) return
    const renew = (): void => {
      if (Date.now() - at.current < renewEveryMs) return
      at.current = Date.now()
      take(false, { onSuccess: () => (mine.current = true) })
    }
    renew()
    window.addEventListener('keydown', renew)
    window.addEventListener('pointerdown', renew)
    return () => {
      window.removeEventListener('keydown', renew)
      window.removeEventListener('pointerdown', renew)
      at.current = 0
      if (!mine.current) return
      mine.current = false
      queryClient.removeQueries({ queryKey: key(tipId) })
      void desk.call('releaseLease', { params: { tipId }, body: {} }).catch(() => undefined)
    }
  }, [tipId, blocked, wanted, take])
}
