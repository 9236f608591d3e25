import type { SaidPart } from '@opentipline/domain'
import { Fragment, type ReactNode } from 'react'
import { useMessages, useShownLanguage } from '../messages/messages.tsx'

/** The language of what comes with the program and is not translated: policies, citations, the wire's own names. */
const written = 'en'

/**
 * What somebody else wrote, or a published name: it stays as it is, and its language is said to whoever has the page read out
 * (WCAG 2.2, 3.1.2 Language of Parts).
 */
export const AsWritten = ({ children }: { children: ReactNode }) =>
  useShownLanguage() === written ? <>{children}</> : <span lang={written}>{children}</span>

const Parts = ({ parts }: { parts: readonly SaidPart[] }) =>
  parts.map(({ text, told }, index) => (
    <Fragment key={index}>
      {index > 0 ? ' ' : ''}
      {told ? text : <AsWritten>{text}</AsWritten>}
    </Fragment>
  ))

/** A sentence of the program itself: in the language of the page, and what in it is not its own as it was written. */
export const Told = ({ text }: { text: string }) => <Parts parts={useMessages().sentence(text)} />

/** The same of what the server says when it refuses something, or finds at a place of what was sent. */
export const Refused = ({ text }: { text: string }) => <Parts parts={useMessages().refusal(text)} />

/** Says once on a page that some of what stands there is as it was written; nothing where that is the page's own language. */
export const AsWrittenNote = () => {
  const t = useMessages()
  return useShownLanguage() === written ? null : (
    <p className="small muted as-written-note">{t.common.asWritten}</p>
  )
}
