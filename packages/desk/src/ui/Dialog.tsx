import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { Icon } from './Icon.tsx'

/** A modal sheet over the page. Escape and the button close it, and the focus goes back to where it was. */
export const Dialog = (props: { title: string; onClose: () => void; children: ReactNode }) => {
  const t = useMessages()
  const titleId = useId()
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) dialog.showModal()
    // The dialog would give the focus to its first button; what is to be typed into comes first.
    dialog?.querySelector<HTMLElement>('[data-first-focus]')?.focus()
    return () => dialog?.close()
  }, [])
  return (
    <dialog ref={ref} className="sheet" aria-labelledby={titleId} onClose={props.onClose}>
      <div className="sheet-head">
        <h2 id={titleId}>{props.title}</h2>
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          onClick={() => ref.current?.close()}
        >
          <Icon name="close" /> {t.common.close}
        </button>
      </div>
      <div className="sheet-body">{props.children}</div>
    </dialog>
  )
}
