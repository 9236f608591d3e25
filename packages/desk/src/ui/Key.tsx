import type { KeyAction } from '@opentipline/contract'
import { useKeys, useLetterKeys } from '../platform/preferences.ts'

/** The key of an action as it is now, beside its button; nothing where none acts. Not for screen readers: the button has a name. */
export const Key = ({ action }: { action: KeyAction }) => {
  const key = useKeys()[action]
  return useLetterKeys() && key !== null ? <kbd aria-hidden="true">{key}</kbd> : null
}
