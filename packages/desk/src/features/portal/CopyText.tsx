import { useState } from 'react'
import { usePortalWords } from './words.ts'

type Props = { text: string; what: string }

/** Copies a text, and says whether the browser let it. */
export const CopyText = ({ text, what }: Props) => {
  const words = usePortalWords()
  const [told, setTold] = useState('')
  const copy = (): void => {
    const { copied, notCopied } = words.credentials
    // Without a secure address a browser has no clipboard to give.
    void (navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))).then(
      () => setTold(copied),
      () => setTold(notCopied),
    )
  }
  return (
    <span className="cluster">
      <button
        type="button"
        className="usa-button usa-button--outline usa-button--small"
        aria-label={`${words.copyCode}: ${what}`}
        onClick={copy}
      >
        {words.copyCode}
      </button>
      <span role="status" className="small">
        {told}
      </span>
    </span>
  )
}

/** Lines to copy into a terminal or a program. */
export const CodeToCopy = ({ title, code }: { title: string; code: string }) => (
  <figure className="code-to-copy">
    <figcaption className="cluster">
      <strong>{title}</strong>
      <CopyText text={code} what={title} />
    </figcaption>
    <pre className="mono" tabIndex={0} role="region" aria-label={title}>
      {code}
    </pre>
  </figure>
)
