import { useMessages } from '../../messages/messages.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useTitle } from '../../ui/useTitle.ts'

/** Stands in place of the page of somebody who signed out while the server could not be reached. */
export const SignOutOwed = ({ onTry, busy }: { onTry: () => void; busy: boolean }) => {
  const t = useMessages()
  useTitle(t.people.owedTitle)
  return (
    <div className="page page-narrow stack">
      <h1 tabIndex={-1}>{t.people.owedTitle}</h1>
      <Notice tone="warn">
        <strong>{t.people.owedLead}</strong>
        <span>{t.people.owedMore}</span>
      </Notice>
      <p>
        <button type="button" className="usa-button" aria-disabled={busy} onClick={onTry}>
          {t.people.owedTry}
        </button>
      </p>
    </div>
  )
}
