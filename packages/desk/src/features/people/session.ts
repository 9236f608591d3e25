import type { SessionView } from '@opentipline/contract'
import { queryOptions, useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { desk, DeskProblem, queryClient, sessionKey } from '../../platform/api.ts'
import { noteTouch } from '../../platform/presence.ts'
import { forgetDrafts } from '../decisions/drafts.ts'
import { askAgain, tellLock, unlocked } from './lock.ts'
import { lockOwed, signOutOwed } from './owed.ts'

/** Ends the session at the server. That there is none any more is what was wanted. */
const tellSignOut = async (signal?: AbortSignal): Promise<void> => {
  try {
    await desk.call('endSession', signal ? { signal } : {})
  } catch (error) {
    if (!(error instanceof DeskProblem) || error.code !== 'not-signed-in') throw error
  }
  signOutOwed.told()
  lockOwed.told()
}

const readSession = async (signal: AbortSignal): Promise<SessionView | null> => {
  if (signOutOwed.is()) await tellSignOut(signal)
  if (lockOwed.is()) await tellLock(signal)
  try {
    const session = await desk.call('readSession', { signal })
    notePerson(session.person.personId)
    return session
  } catch (error) {
    if (error instanceof DeskProblem && error.code === 'not-signed-in') return null
    throw error
  }
}

/** How often a server that could not be told of a sign-out, or of a lock, is tried again. */
const owedAgainMs = 5_000

/** Who is signed in; null when nobody is, which is an answer and not an error. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: ({ signal }) => readSession(signal),
  staleTime: 60_000,
  refetchInterval: () => (signOutOwed.is() || lockOwed.is()) && owedAgainMs,
  refetchIntervalInBackground: true,
})

export const useSessionQuery = () => useQuery(sessionQuery)

/** The session on pages that are only shown to somebody signed in. */
export const useSession = (): SessionView => {
  const { data } = useSuspenseQuery(sessionQuery)
  if (!data) throw new Error('This part needs somebody signed in')
  return data
}

/** Everything that one person or agency could see leaves this device's memory with them. */
const forgetAll = (): void => {
  forgetDrafts()
  // The session's own entry stays in place, for the page is watching it; what it held is replaced.
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] })
}

const startOver = (session: SessionView | null): void => {
  forgetAll()
  queryClient.setQueryData(sessionQuery.queryKey, session)
}

let lastPersonId: string | undefined

/** Somebody who signed in on another page of the browser: nothing of the person before them is kept here. */
const notePerson = (personId: string): void => {
  if (lastPersonId !== undefined && lastPersonId !== personId) forgetAll()
  lastPersonId = personId
}

/** The session as it is after its person proved who they are: nothing that was on the screen goes. */
export const takeSession = (session: SessionView): void => {
  noteTouch()
  queryClient.setQueryData(sessionQuery.queryKey, session)
  unlocked()
  askAgain()
}

/** The same person coming back after a lapse finds the unfinished entry again; anybody else does not. */
export const takeSignIn = (session: SessionView): void => {
  noteTouch()
  unlocked()
  const before = lastPersonId
  lastPersonId = session.person.personId
  if (before === lastPersonId) queryClient.setQueryData(sessionQuery.queryKey, session)
  else startOver(session)
}

export const useSignInAs = () =>
  useMutation({
    mutationFn: (personId: string) => desk.call('signInAsDemoPerson', { body: { personId } }),
    onSuccess: takeSignIn,
  })

/** Other pages of this desk that are open in the browser: what they show goes too. */
const otherPages = new BroadcastChannel('tipline.signed-out')
const leave = (): void => {
  lastPersonId = undefined
  startOver(null)
}
otherPages.addEventListener('message', leave)

/** Nothing stays on the screen, whatever the server says; what it could not be told it is told later. */
export const useSignOut = () =>
  useMutation({
    mutationFn: () => tellSignOut(),
    onError: signOutOwed.owe,
    onSettled: () => {
      leave()
      otherPages.postMessage(null)
    },
  })

export const useActFor = () =>
  useMutation({
    mutationFn: (agencyId: string) => desk.call('actFor', { body: { agencyId } }),
    onSuccess: startOver,
  })
