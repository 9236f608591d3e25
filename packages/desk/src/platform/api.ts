import {
  BadAnswer,
  createDeskClient,
  type DeskClient,
  DeskProblem,
  Unreachable,
  type CallInput,
} from '@opentipline/client/desk'
import type { AnswerOf, OperationName, SessionView } from '@opentipline/contract'
import { MutationCache, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query'
import { presenceHeaders } from './presence.ts'
import { askProof } from './proof.ts'

/** `fetch` is looked up at each call and not once, so that whatever watches or replaces it is used. */
const client = createDeskClient({
  fetch: (input, init) =>
    globalThis.fetch(input, { ...init, headers: { ...init?.headers, ...presenceHeaders() } }),
})

/**
 * Does what may need a fresh proof of who one is. Where the server asks for it a dialog does too, and then it is done
 * again: nothing was done the first time.
 */
export const withProof = async <T>(act: () => Promise<T>): Promise<T> => {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof DeskProblem) || error.code !== 'step-up-needed' || !(await askProof())) throw error
    return act()
  }
}

export const desk: DeskClient = {
  call: (name, input) => withProof(() => client.call(name, input)),
}

/** Attempts after the first where no answer came: a slow line drops requests, and reading twice is harmless. */
const retriesMax = 2

export const sessionKey = ['readSession', {}] as const

/** Hides the desk behind the lock at once. What is being written stays where it is, unseen. */
export const showLocked = (): void => {
  queryClient.setQueryData<SessionView | null>(sessionKey, (before) => before && { ...before, locked: true })
}

/** Whoever is told "not signed in" is shown the sign-in page in place; the address and the drafts stay. */
const onError = (error: unknown): void => {
  if (error instanceof DeskProblem && error.code === 'not-signed-in')
    queryClient.setQueryData(sessionKey, (before: unknown) => (before ? null : before))
  if (error instanceof DeskProblem && error.code === 'session-locked') showLocked()
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 10_000,
      retry: (count, error) => error instanceof Unreachable && count < retriesMax,
    },
    // A write is never sent twice by itself: the person decides.
    mutations: { networkMode: 'always', retry: false },
  },
})

/** The cache entry of one reading operation, named by the operation and its input. */
export const reading = <N extends OperationName>(name: N, input: CallInput<N>) =>
  queryOptions<AnswerOf<N>>({
    queryKey: [name, input],
    queryFn: ({ signal }) => desk.call(name, { ...input, signal }),
  })

/** Whether an error leaves it open if the server did what it was asked. */
export const isUncertain = (error: unknown): boolean =>
  error instanceof Unreachable || error instanceof BadAnswer

export { BadAnswer, DeskProblem, Unreachable }
