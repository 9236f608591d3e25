import type { CredentialView, NewCredentialView } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { CredentialLine } from './CredentialLine.tsx'
import { MadeCredential } from './MadeCredential.tsx'
import { MakeCredential } from './MakeCredential.tsx'
import { usePortalWords } from './words.ts'

/** What was just made, with the hours for which the one it replaces works on. */
export type Made = NewCredentialView & { overlapHours?: number }

const works = ({ state }: CredentialView): boolean => state === 'working' || state === 'ending'

/** What the provider's software signs in with: made, rotated and ended by its own engineers. */
export const CredentialsPage = () => {
  const { credentials: words } = usePortalWords()
  useTitle(words.title)
  const own = useQuery(reading('readOwnProvider', {}))
  // The one time that a password is shown: it stays until it is put away.
  const [made, setMade] = useState<Made>()
  const all = own.data?.credentials ?? []
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p>{words.lead}</p>
      {made ? (
        <MadeCredential key={made.credential.credentialId} made={made} onClose={() => setMade(undefined)} />
      ) : null}
      {own.isPending ? <Loading /> : null}
      {own.isError ? <ErrorNotice error={own.error} onRetry={() => void own.refetch()} /> : null}
      {own.data ? (
        <>
          <MakeCredential onMade={setMade} />
          <Environments credentials={all.filter(works)} onMade={setMade} />
          <Ended credentials={all.filter((each) => !works(each))} />
        </>
      ) : null}
    </div>
  )
}

type Props = { credentials: readonly CredentialView[]; onMade: (made: Made) => void }

const Environments = ({ credentials, onMade }: Props) => {
  const words = usePortalWords()
  return (['live', 'test'] as const).map((environment) => {
    const these = credentials.filter((each) => each.environment === environment)
    return (
      <Section
        key={environment}
        level={2}
        id={environment}
        title={`${words.environments[environment]} (${these.length})`}
        about={words.credentials.environmentAbout[environment]}
      >
        {these.length === 0 ? <p className="muted">{words.credentials.none}</p> : null}
        <ul className="line-list">
          {these.map((each) => (
            <CredentialLine key={each.credentialId} credential={each} all={credentials} onMade={onMade} />
          ))}
        </ul>
      </Section>
    )
  })
}

const Ended = ({ credentials }: { credentials: readonly CredentialView[] }) => {
  const { credentials: words } = usePortalWords()
  if (credentials.length === 0) return null
  return (
    <details className="section">
      <summary>{words.ended(credentials.length)}</summary>
      <ul className="line-list">
        {credentials.map((each) => (
          <CredentialLine key={each.credentialId} credential={each} all={credentials} />
        ))}
      </ul>
    </details>
  )
}
