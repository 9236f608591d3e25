import type { SignInWays } from '@opentipline/contract'
import { useMutation } from '@tanstack/react-query'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PasskeyError } from './PasskeyError.tsx'
import { signWithPasskey } from './passkey.ts'
import { takeSignIn } from './session.ts'

/** Whose machine this is, before anybody signs in: in the deployment's words, else in general ones. */
export const UseNotice = ({ notice }: { notice: string }) => {
  const t = useMessages()
  return (
    <section className="use-notice stack-tight" aria-labelledby="use-notice">
      <h2 id="use-notice">{t.people.noticeTitle}</h2>
      <p className="preserve-lines">{notice || t.people.notice}</p>
    </section>
  )
}

/** By passkey, or by the agency's own sign-in. */
export const WaysIn = ({ ways }: { ways: SignInWays }) => (
  <div className="stack">
    <PasskeyWay passkeys={ways.passkeys} />
    {ways.oidc.length > 0 ? <AgencyWay agencies={ways.oidc} /> : null}
  </div>
)

const PasskeyWay = ({ passkeys }: { passkeys: SignInWays['passkeys'] }) => {
  const t = useMessages()
  const signIn = useMutation({
    mutationFn: async () => {
      const { challengeId, options } = await desk.call('beginPasskeySignIn', {})
      const assertion = await signWithPasskey(options)
      return desk.call('finishPasskeySignIn', { body: { challengeId, assertion } })
    },
    onSuccess: takeSignIn,
  })
  if (!passkeys.possible) return <Notice tone="warn">{t.people.passkeysNot}</Notice>
  if (passkeys.origin !== window.location.origin)
    return (
      <Notice tone="info">
        <span>{t.people.passkeysAt}</span>
        <a href={passkeys.origin}>{passkeys.origin}</a>
      </Notice>
    )
  return (
    <div className="stack-tight">
      <p>
        <button
          type="button"
          className="usa-button"
          aria-disabled={signIn.isPending}
          onClick={() => (signIn.isPending ? undefined : signIn.mutate())}
        >
          {t.people.signInByPasskey}
        </button>
      </p>
      <p role="status">{signIn.isPending ? t.people.waiting : ''}</p>
      {signIn.isError ? <PasskeyError error={signIn.error} /> : null}
      <p className="muted small">{t.people.passkeyAbout}</p>
    </div>
  )
}

const AgencyWay = ({ agencies }: { agencies: SignInWays['oidc'] }) => {
  const t = useMessages()
  const go = useMutation({
    mutationFn: (agencyId: string) => desk.call('beginOidcSignIn', { body: { agencyId } }),
    onSuccess: ({ url }) => window.location.assign(url),
  })
  return (
    <section className="stack-tight" aria-labelledby="agency-sign-in">
      <h2 id="agency-sign-in">{t.people.byAgency}</h2>
      <ul className="way-list">
        {agencies.map(({ agencyId, name }) => (
          <li key={agencyId}>
            <button
              type="button"
              className="usa-button usa-button--outline"
              aria-disabled={go.isPending}
              onClick={() => (go.isPending ? undefined : go.mutate(agencyId))}
            >
              {t.people.signInBy(name)}
            </button>
          </li>
        ))}
      </ul>
      {go.isError ? <ErrorNotice error={go.error} /> : null}
    </section>
  )
}
