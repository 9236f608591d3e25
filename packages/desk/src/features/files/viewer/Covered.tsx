import type { ViewingPreference } from '@opentipline/contract'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { useMessages } from '../../../messages/messages.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { addShown, pauseIsDue } from './exposure.ts'
import type { Opened } from './fetchOpened.ts'
import { Film } from './Film.tsx'
import { Picture } from './Picture.tsx'
import { useReveal } from './useReveal.ts'

type Props = { opened: Opened; preference: ViewingPreference }

/** Set before anything is drawn, so that nothing is ever painted otherwise. */
const filterOf = ({ blurPixels, greyscale }: ViewingPreference): string =>
  [...(greyscale ? ['grayscale(1)'] : []), ...(blurPixels > 0 ? [`blur(${blurPixels}px)`] : [])].join(' ') ||
  'none'

/** What was opened, covered until Space or the button is held, and covered again the moment it is not. */
export const Covered = ({ opened, preference }: Props) => {
  const t = useMessages()
  const [pause, setPause] = useState(false)
  const [failed, setFailed] = useState(false)
  const { shown, reveal, cover } = useReveal((ms) => {
    addShown(ms)
    setPause(pauseIsDue(preference.breakMinutes))
  })
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  if (opened.kind === 'not shown' || failed) return <Notice tone="info">{t.files.notShown}</Notice>
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== ' ') return
    event.preventDefault()
    if (!event.repeat) reveal()
  }
  const onKeyUp = (event: KeyboardEvent): void => {
    if (event.key !== ' ') return
    event.preventDefault()
    cover()
  }
  const onPointerDown = (event: PointerEvent<HTMLButtonElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    reveal()
  }
  const part = { opened, shown, filter: filterOf(preference), onFailed: () => setFailed(true) }
  return (
    <div className="stack">
      <div className="viewer-stage" data-shown={shown}>
        {opened.kind === 'picture' ? <Picture {...part} /> : <Film {...part} muted={preference.muted} />}
        {shown ? null : <p className="viewer-cover">{t.files.covered}</p>}
      </div>
      <div className="cluster">
        <button
          ref={button}
          type="button"
          className="usa-button viewer-hold"
          onKeyDown={onKeyDown}
          onKeyUp={onKeyUp}
          onBlur={cover}
          onPointerDown={onPointerDown}
          onPointerUp={cover}
          onPointerCancel={cover}
          onContextMenu={(event) => event.preventDefault()}
        >
          {t.files.hold}
        </button>
        <span role="status">{shown ? t.files.shownNow : t.files.coveredNow}</span>
      </div>
      <p className="muted small">
        {t.files.shownHow(preference.blurPixels, preference.greyscale, preference.muted)}
      </p>
      {pause ? <Notice tone="info">{t.files.pause}</Notice> : null}
    </div>
  )
}
