import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { Icon } from './Icon.tsx'

type Props = {
  /** What the button says. */
  label: ReactNode
  /** `end` where the panel would leave the screen at the right. */
  side?: 'start' | 'end'
  /** Marks that the page shown now is among those inside. */
  current?: boolean
  className?: string
  /** Any link or button inside closes the panel again; a field does not. */
  children: ReactNode
}

/**
 * A button that shows and hides a panel of links or fields (a disclosure, not an application menu: Tab walks through it
 * as through any part of a page). Escape closes it and gives the focus back; leaving it closes it.
 */
export const Menu = ({ label, side = 'start', current = false, className = '', children }: Props) => {
  const [open, setOpen] = useState(false)
  const panelId = useId()
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useCloseOutside(open, box, () => setOpen(false))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return
    event.stopPropagation()
    setOpen(false)
    button.current?.focus()
  }
  const onBlur = (event: FocusEvent): void => {
    const to = event.relatedTarget
    if (to instanceof Node && !box.current?.contains(to)) setOpen(false)
  }
  return (
    <div ref={box} className={`menu ${className}`} onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        ref={button}
        type="button"
        className={`menu-button ${current ? 'is-current' : ''}`}
        aria-expanded={open}
        aria-controls={panelId}
        onClick={() => setOpen(!open)}
      >
        {label} <Icon name="down" />
      </button>
      <div
        id={panelId}
        className={`menu-panel menu-${side}`}
        hidden={!open}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('a, button')) setOpen(false)
        }}
      >
        {children}
      </div>
    </div>
  )
}

const useCloseOutside = (open: boolean, box: { current: HTMLElement | null }, close: () => void): void => {
  useEffect(() => {
    if (!open) return undefined
    const onPointer = (event: PointerEvent): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) close()
    }
    document.addEventListener('pointerdown', onPointer)
    return () => document.removeEventListener('pointerdown', onPointer)
  })
}
