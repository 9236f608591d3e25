import type { SessionView } from '@opentipline/contract'
import { Outlet, useLocation, useNavigate, useRouterState } from '@tanstack/react-router'
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react'
import { UndoBar } from '../features/decisions/UndoBar.tsx'
import { useSettingsHere } from '../features/own-settings/useSettingsHere.ts'
import { LockScreen } from '../features/people/LockScreen.tsx'
import { ProofDialog } from '../features/people/ProofDialog.tsx'
import { SignOutOwed } from '../features/people/SignOutOwed.tsx'
import { useSignOutOwed } from '../features/people/owed.ts'
import { useSessionQuery } from '../features/people/session.ts'
import { isAnothersAddress, ownAddress } from '../features/people/address-owner.ts'
import { useIdleLock } from '../features/people/useIdleLock.ts'
import { useMessages, useShownLanguage } from '../messages/messages.tsx'
import { lazyPart } from '../platform/lazy.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { onKeysAsked } from '../ui/keys.ts'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { momentText } from '../ui/time.ts'
import { useNow } from '../ui/useNow.ts'
import { Footer } from './Footer.tsx'
import { Header } from './Header.tsx'
import { useOnline } from './useOnline.ts'

const SignIn = lazyPart(
  () => import('../features/people/SignIn.tsx').then((found) => found.SignIn),
  <Loading />,
)
const loadCommandList = () => import('./CommandList.tsx').then((found) => found.CommandList)
const CommandList = lazyPart(loadCommandList)
/** After the page itself has come; what is typed right after Ctrl K must find its field. */
const prepareAfterMs = 2000
const KeyHelp = lazyPart(() => import('./KeyHelp.tsx').then((found) => found.KeyHelp))

export type Sheet = 'commands' | 'keys' | undefined

/** Pages anybody may read. */
const openPaths = ['/about', '/credits', '/join']

/** The frame around every page: who is signed in, the ways, and the states that concern all pages. */
export const Shell = () => {
  const t = useMessages()
  const session = useSessionQuery()
  const [sheet, setSheet] = useSheet(Boolean(session.data))
  useDocumentLanguage()
  useIdleLock(session.data ?? undefined)
  useSettingsHere(session.data && !session.data.locked ? session.data.person.personId : undefined)
  const locked = session.data?.locked === true
  const signedIn = Boolean(session.data)
  useEffect(() => {
    if (!signedIn) return undefined
    const waiting = setTimeout(() => void loadCommandList().catch(() => undefined), prepareAfterMs)
    return () => clearTimeout(waiting)
  }, [signedIn])
  return (
    <div className="shell">
      {locked && session.data ? <LockScreen session={session.data} /> : null}
      <a className="usa-skipnav" href="#main">
        {t.skip}
      </a>
      {session.data?.demo ? <DemoBanner /> : null}
      {/* Behind the lock everything stays as it was, and nothing of it is shown. */}
      <div className="behind-lock" hidden={locked} inert={locked}>
        <Header session={session.data ?? undefined} onSheet={setSheet} />
        <Offline />
        <main id="main" tabIndex={-1}>
          <Main session={session} />
        </main>
        {session.data ? <PrintedBy session={session.data} /> : null}
        {session.data ? <UndoBar /> : null}
      </div>
      <Footer />
      {sheet === 'commands' && session.data && !locked ? (
        <CommandList session={session.data} onSheet={setSheet} />
      ) : null}
      {session.data ? <ProofDialog session={session.data} /> : null}
      {sheet === 'keys' ? <KeyHelp onClose={() => setSheet(undefined)} /> : null}
    </div>
  )
}

/** Where nobody is signed in the sign-in page stands in place of the page, so that the address stays. */
const Main = ({ session }: { session: ReturnType<typeof useSessionQuery> }): ReactNode => {
  const { pathname } = useLocation()
  const wasSignedIn = useWasSignedIn(session.data)
  const owed = useSignOutOwed()
  if (openPaths.includes(pathname)) return <Outlet />
  if (owed && !session.data)
    return <SignOutOwed busy={session.isFetching} onTry={() => void session.refetch()} />
  if (session.isPending) return <Loading />
  if (session.isError && !session.data)
    return (
      <div className="page">
        <ErrorNotice error={session.error} onRetry={() => void session.refetch()} />
      </div>
    )
  if (!session.data) return <SignIn lapsed={wasSignedIn} />
  return <OwnDesk session={session.data} />
}

/** Another person or agency is another desk: nothing that was on the screen stays, and another person begins at their own start. */
const OwnDesk = ({ session: { person, actingFor } }: { session: SessionView }) => {
  const { personId } = person
  // What is drawn is the page of the address that has arrived, which may not be the one that is asked for.
  const at = useRouterState({
    select: ({ location, resolvedLocation }) => (resolvedLocation ?? location).pathname,
  })
  const begins = at !== '/' && isAnothersAddress(personId)
  const navigate = useNavigate()
  useEffect(() => {
    if (begins) void navigate({ to: '/', replace: true })
    else ownAddress(personId)
  }, [begins, navigate, personId])
  if (begins) return <Loading />
  return (
    <Fragment key={`${personId} ${actingFor.agency.agencyId}`}>
      <Outlet />
    </Fragment>
  )
}

const useWasSignedIn = (session: SessionView | null | undefined): boolean => {
  const was = useRef(false)
  useEffect(() => {
    if (session) was.current = true
  }, [session])
  return was.current
}

const useDocumentLanguage = (): void => {
  const language = useShownLanguage()
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
}

/** Ctrl or Cmd with K opens the commands anywhere; `?` shows the keys from the parts where keys act. */
const useSheet = (signedIn: boolean) => {
  const [sheet, setSheet] = useState<Sheet>()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!signedIn || event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey)
        return
      event.preventDefault()
      setSheet('commands')
    }
    window.addEventListener('keydown', onKey)
    const forgetHelp = onKeysAsked(() => setSheet('keys'))
    return () => {
      window.removeEventListener('keydown', onKey)
      forgetHelp()
    }
  }, [signedIn])
  return [sheet, setSheet] as const
}

const DemoBanner = () => {
  const t = useMessages()
  return (
    <aside className="demo-banner" aria-label={t.shell.demo}>
      <strong>{t.shell.demo}</strong> {t.shell.demoMore}
    </aside>
  )
}

/** On paper alone: who printed the page and when, so that a sheet that is found says where it came from. */
const PrintedBy = ({ session }: { session: SessionView }) => {
  const t = useMessages()
  const language = useShownLanguage()
  const now = useNow()
  return (
    <p className="printed-by">
      {t.common.printedBy(
        session.person.name,
        session.actingFor.agency.name,
        momentText(now, { language, seconds: true }),
      )}
    </p>
  )
}

const Offline = () => {
  const t = useMessages()
  return (
    <div role="status" className="offline">
      {useOnline() ? null : <Notice tone="warn">{t.common.offline}</Notice>}
    </div>
  )
}
