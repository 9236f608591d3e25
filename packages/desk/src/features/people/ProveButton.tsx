import type { SessionView } from '@opentipline/contract'
import { useMutation } from '@tanstack/react-query'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { PasskeyError } from './PasskeyError.tsx'
import { PasskeyCancelled, signWithPasskey } from './passkey.ts'
import { takeSession } from './session.ts'

type Props = { session: SessionView; onProven: () => void }

const byPasskey = async (): Promise<SessionView> => {
  const { challengeId, options } = await desk.call('beginProof', {})
  return desk.call('finishProof', { body: { challengeId, assertion: await signWithPasskey(options) } })
}

/** How often, and how long, it is looked whether the agency's provider has said yes. */
const lookMs = 2_000
const looksMax = 150

/** The provider asks in a tab of its own, so that this page keeps what is being written; here it is awaited. */
const byOidc = async (): Promise<SessionView> => {
  const before = await desk.call('readSession', {})
  const { url } = await desk.call('beginOidcProof', {})
  window.open(url, '_blank', 'noopener')
  for (let look = 0; look < looksMax; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, lookMs))
    const now = await desk.call('readSession', {})
    if (!now.locked && now.provenUntil > before.provenUntil) return now
  }
  throw new PasskeyCancelled('the provider did not say yes')
}

const byDemonstration = (): Promise<SessionView> =>
  desk.call('stepUpAsDemoPerson', { body: { thisIsADemonstration: true } })

const ways = { passkey: byPasskey, oidc: byOidc, demonstration: byDemonstration } as const

/** The way in which this person proves who they are: the one they signed in by. */
export const ProveButton = ({ session, onProven }: Props) => {
  const t = useMessages()
  const { method, person } = session
  const prove = useMutation({
    mutationFn: ways[method],
    onSuccess: (view) => {
      takeSession(view)
      onProven()
    },
  })
  return (
    <div className="stack">
      <p>{t.people.proveBy[method]}</p>
      <p>
        <button
          type="button"
          className="usa-button"
          data-first-focus
          aria-disabled={prove.isPending}
          onClick={() => (prove.isPending ? undefined : prove.mutate())}
        >
          {method === 'demonstration' ? t.people.goOnAs(person.name) : t.people.proveWith[method]}
        </button>
      </p>
      <p role="status">{prove.isPending ? t.people.waiting : ''}</p>
      {prove.isError ? <PasskeyError error={prove.error} /> : null}
    </div>
  )
}
