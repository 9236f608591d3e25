import {
  BadAnswer,
  createDeskClient,
  DeskProblem,
  Unreachable,
  type CallInput,
} from '@opentipline/client/desk'
import type { AnswerOf, OperationName } from '@opentipline/contract'
import { MutationCache, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query'

/** `fetch` is looked up at each call and not once, so that whatever watches or replaces it is used. */
export const desk = createDeskClient({ fetch: (input, init) => globalThis.fetch(input, init) })

/** Attempts after the first where no answer came: a slow line drops requests, and reading twice is harmless. */
const retriesMax = 2

const sessionKey = ['readSession', {}] as const

/** Whoever is told "not signed in" is shown the sign-in page in place; the address and the drafts stay. */
const onError = (error: unknown): void => {
  if (error instanceof DeskProblem && error.code === 'not-signed-in')
    queryClient.setQueryData(sessionKey, (before: unknown) => (before ? null : before))
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
