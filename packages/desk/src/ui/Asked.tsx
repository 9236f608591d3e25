import type { PromptId } from '@opentipline/domain'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useMessages } from '../messages/messages.tsx'

const AskedForce = lazy(async () => ({ default: (await import('./AskedForce.tsx')).AskedForce }))

/**
 * Stands inside everything that asks a person for something, or tells a moment: how far it binds, and a way to the
 * authority. `told`: its force stands beside it already. The catalogue of prompts has its words; a test walks the desk and refuses a form or a clock without one.
 */
export const Asked = ({ prompt, told }: { prompt: PromptId; told?: true }) => {
  const t = useMessages()
  return (
    <span className="asked small muted" data-prompt={prompt}>
      {told ? null : (
        <Suspense>
          <AskedForce prompt={prompt} />
        </Suspense>
      )}{' '}
      <Link to="/asked" hash={promptAnchor(prompt)}>
        {t.prompts.why}
      </Link>
    </span>
  )
}

/** The place of a prompt on the page that lists them all. */
export const promptAnchor = (prompt: PromptId): string => prompt.replaceAll(' ', '-')
