import type { SessionView } from '@opentipline/contract'
import { useMutation } from '@tanstack/react-query'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { takeSession } from './session.ts'

type Props = { session: SessionView; onProven: () => void }

/** The way in which this person proves who they are: the one they signed in by. */
export const ProveButton = ({ session, onProven }: Props) => {
  const t = useMessages()
  const prove = useMutation({
    mutationFn: () => desk.call('stepUpAsDemoPerson', { body: { thisIsADemonstration: true } }),
    onSuccess: (view) => {
      takeSession(view)
      onProven()
    },
  })
  return (
    <div className="stack-tight">
      <p>{t.people.proveDemo}</p>
      <button
        type="button"
        className="usa-button"
        data-first-focus
        aria-disabled={prove.isPending}
        onClick={() => (prove.isPending ? undefined : prove.mutate())}
      >
        {t.people.goOnAs(session.person.name)}
      </button>
      <p role="status">{prove.isPending ? t.signIn.busy : ''}</p>
      {prove.isError ? <ErrorNotice error={prove.error} /> : null}
    </div>
  )
}
