import type { ChangeMade } from '@opentipline/contract'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** What came of an act; with the one-time link where it made one. The link is nowhere else, and not shown again. */
export const MadeNotice = ({ made, onClose }: { made: ChangeMade; onClose: () => void }) => {
  const t = useMessages()
  const [copied, setCopied] = useState(false)
  const { change, link } = made
  return (
    <Notice tone="info">
      <strong>{t.people.made[change.state](change.person.name)}</strong>
      {link ? (
        <>
          <span>{t.people.linkAbout(change.person.name)}</span>
          <code className="one-time-link">{link}</code>
        </>
      ) : null}
      <span className="cluster">
        {link ? (
          <button
            type="button"
            className="usa-button usa-button--small"
            onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}
          >
            {t.people.copyLink}
          </button>
        ) : null}
        <button type="button" className="usa-button usa-button--unstyled" onClick={onClose}>
          {t.people.putAway}
        </button>
        <span role="status">{copied ? t.people.copied : ''}</span>
      </span>
    </Notice>
  )
}
