import type { PromptForce } from '@opentipline/domain'
import { useMessages } from '../messages/messages.tsx'

/** A shape for each force, so that it is told apart without colour: full, half, empty, dotted. */
const shapes: Record<PromptForce, React.ReactNode> = {
  law: <rect x="2" y="2" width="12" height="12" fill="currentColor" />,
  'agency policy': (
    <>
      <path d="M8 1 15 8 8 15 1 8Z" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 1 8 15 1 8Z" fill="currentColor" />
    </>
  ),
  guidance: <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  choice: (
    <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 2.5" />
  ),
}

/** How far something binds, in a shape and a word. */
export const Force = ({ force }: { force: PromptForce }) => {
  const t = useMessages()
  return (
    <span className="force-mark">
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {shapes[force]}
      </svg>
      {t.prompts.forces[force]}
    </span>
  )
}
