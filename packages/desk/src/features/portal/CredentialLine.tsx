import type { CredentialView } from '@opentipline/contract'
import { useState } from 'react'
import { Facts } from '../../ui/Facts.tsx'
import { Age, Moment } from '../../ui/Moment.tsx'
import type { Made } from './CredentialsPage.tsx'
import { RevokeForm, RotateForm } from './EndForms.tsx'
import { usePortalWords } from './words.ts'

type Props = {
  credential: CredentialView
  /** Where the one that it replaces may be found. */
  all: readonly CredentialView[]
  /** Given where it can be acted on. */
  onMade?: (made: Made) => void
}

const tones = { working: 'tag-good', ending: 'tag-warn', expired: 'tag-quiet', revoked: 'tag-quiet' } as const

/** One credential: whether it works, since when, when it was used, and what can be done with it. */
export const CredentialLine = ({ credential, all, onMade }: Props) => {
  const words = usePortalWords()
  const { credentials: t } = words
  const [act, setAct] = useState<'rotate' | 'revoke'>()
  const { state, username, purpose, replaces } = credential
  const close = (): void => setAct(undefined)
  const replaced = all.find((each) => each.credentialId === replaces)
  return (
    <li className="line">
      <span className="cluster">
        <strong className="mono">{username}</strong>
        <span className={`tag ${tones[state]}`}>{t.states[state]}</span>
        {onMade ? null : <span className="tag tag-quiet">{words.environments[credential.environment]}</span>}
        {purpose ? <span>{purpose}</span> : null}
      </span>
      <Facts
        facts={[
          { name: t.created, value: <Moment at={credential.createdAt} /> },
          {
            name: state === 'expired' ? t.expired : t.expires,
            value:
              credential.expiresAt && !credential.revokedAt ? <Moment at={credential.expiresAt} /> : null,
          },
          { name: t.revoked, value: credential.revokedAt ? <Moment at={credential.revokedAt} /> : null },
          { name: t.lastUsed, value: credential.lastUsedAt ? <Age at={credential.lastUsedAt} /> : t.never },
          { name: t.limit, value: onMade ? t.perMinute(credential.callsPerMinute) : null },
          { name: t.limited, value: credential.limitedAt ? <Age at={credential.limitedAt} /> : null },
          { name: t.replaces, value: replaced ? <span className="mono">{replaced.username}</span> : null },
        ]}
      />
      {onMade && act === undefined ? (
        <span className="cluster small">
          {state === 'working' ? (
            <Act words={t.rotate} username={username} onClick={() => setAct('rotate')} />
          ) : null}
          <Act words={t.revoke} username={username} onClick={() => setAct('revoke')} />
        </span>
      ) : null}
      {onMade && act === 'rotate' ? (
        <RotateForm
          credential={credential}
          onCancel={close}
          onMade={(made) => {
            close()
            onMade(made)
          }}
        />
      ) : null}
      {onMade && act === 'revoke' ? <RevokeForm credential={credential} onDone={close} /> : null}
    </li>
  )
}

const Act = (props: { words: string; username: string; onClick: () => void }) => (
  <button
    type="button"
    className="usa-button usa-button--unstyled"
    aria-label={`${props.words}: ${props.username}`}
    onClick={props.onClick}
  >
    {props.words}
  </button>
)
