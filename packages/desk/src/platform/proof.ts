/**
 * What waits for the person to prove who they are: a call that the server answered `step-up-needed`. One dialog serves
 * all that wait; when it is done they go on, and when it is closed they are told no.
 */
import { useSyncExternalStore } from 'react'

type Waiting = { promise: Promise<boolean>; resolve: (proven: boolean) => void }

let waiting: Waiting | undefined
const listeners = new Set<() => void>()
const tell = (): void => {
  for (const listener of listeners) listener()
}

/** Opens the dialog, and resolves with whether the person proved who they are. */
export const askProof = (): Promise<boolean> => {
  if (waiting) return waiting.promise
  const { promise, resolve } = Promise.withResolvers<boolean>()
  waiting = { promise, resolve }
  tell()
  return promise
}

export const endProof = (proven: boolean): void => {
  const ended = waiting
  waiting = undefined
  ended?.resolve(proven)
  tell()
}

/** Whether something waits for a proof. */
export const useProofAsked = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => waiting !== undefined,
  )
