import { useEffect, useRef } from 'react'
import { Notice } from '../../ui/Notice.tsx'
import { CopyText } from './CopyText.tsx'
import type { Made } from './CredentialsPage.tsx'
import { usePortalWords } from './words.ts'

/** The one time that a password is shown. The focus goes to it: whoever made it must not have to look for it. */
export const MadeCredential = ({ made, onClose }: { made: Made; onClose: () => void }) => {
  const { credentials: t } = usePortalWords()
  const title = useRef<HTMLElement>(null)
  useEffect(() => title.current?.focus(), [])
  const { credential, password, overlapHours } = made
  return (
    <Notice tone="warn">
      <strong ref={title} tabIndex={-1}>
        {t.madeTitle}
      </strong>
      {overlapHours === undefined ? null : <span>{t.madeReplaces(overlapHours)}</span>}
      <dl className="facts">
        {[
          { name: t.username, value: credential.username },
          { name: t.password, value: password },
        ].map(({ name, value }) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd className="cluster">
              <code className="one-time-link">{value}</code>
              <CopyText text={value} what={name} />
            </dd>
          </div>
        ))}
      </dl>
      <span>
        <button type="button" className="usa-button usa-button--unstyled" onClick={onClose}>
          {t.putAway}
        </button>
      </span>
    </Notice>
  )
}
