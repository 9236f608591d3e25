import type { SessionView } from '@opentipline/contract'
import { useEffect, useId, useRef } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { ProveButton } from './ProveButton.tsx'
import { useSignOut } from './session.ts'

/**
 * Covers the whole desk, dialogs too, until the person proves who they are. The page below keeps what was being written
 * and is shown to nobody. It cannot be closed.
 */
export const LockScreen = ({ session }: { session: SessionView }) => {
  const t = useMessages()
  const titleId = useId()
  const ref = useRef<HTMLDialogElement>(null)
  const signOut = useSignOut()
  useEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) dialog.showModal()
    dialog?.querySelector<HTMLElement>('[data-first-focus]')?.focus()
    return () => dialog?.close()
  }, [])
  // The title of a page may name a report.
  useEffect(() => {
    const before = document.title
    document.title = t.people.lockedTitle
    return () => {
      document.title = before
    }
  }, [t])
  return (
    <dialog
      ref={ref}
      className="lock-screen"
      aria-labelledby={titleId}
      onCancel={(event) => event.preventDefault()}
      // A browser lets a second Escape through; it stays shut all the same.
      onClose={() => ref.current?.isConnected && ref.current.showModal()}
    >
      <div className="page page-narrow stack">
        <h1 id={titleId}>{t.people.lockedTitle}</h1>
        <p>{t.people.lockedLead(session.person.name, session.actingFor.agency.name)}</p>
        <ProveButton session={session} onProven={() => undefined} />
        <p>
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            aria-disabled={signOut.isPending}
            onClick={() => signOut.mutate()}
          >
            {t.people.lockedSignOut}
          </button>
        </p>
      </div>
    </dialog>
  )
}
