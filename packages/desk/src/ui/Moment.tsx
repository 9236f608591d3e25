import { useMessages, useShownLanguage } from '../messages/messages.tsx'
import { ageText, instantOf, momentText } from './time.ts'
import { useNow } from './useNow.ts'

/** A moment in the reader's own zone, with UTC beside it where `both` is set. What cannot be read is shown as it came. */
export const Moment = ({ at, both = false }: { at: string; both?: boolean }) => {
  const language = useShownLanguage()
  const ms = instantOf(at)
  if (ms === undefined) return <span className="mono">{at}</span>
  const utc = momentText(ms, { language, zone: 'UTC' })
  return (
    <time dateTime={at} title={utc}>
      {momentText(ms, { language })}
      {both ? <span className="muted"> · {utc}</span> : null}
    </time>
  )
}

/** How long ago, or in how long; the moment itself is in the title and for readers of the page by ear. */
export const Age = ({ at }: { at: string }) => {
  const t = useMessages()
  const language = useShownLanguage()
  const now = useNow()
  const ms = instantOf(at)
  if (ms === undefined) return <span className="mono">{at}</span>
  const full = momentText(ms, { language })
  return (
    <time dateTime={at} title={full}>
      {ageText(ms, now, t.ages)}
    </time>
  )
}
