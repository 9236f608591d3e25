import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { PipelineState } from './PipelineState.tsx'
import { UnroutedLine } from './UnroutedLine.tsx'
import { useClearinghouseWords } from './words.ts'

/** What no rule found an agency for: what is missing, and how a person places or routes it. */
export const UnroutedPage = () => {
  const t = useMessages()
  const words = useClearinghouseWords()
  const [routedTo, setRoutedTo] = useState('')
  return (
    <PipelineState title={words.unrouted.title}>
      {(view) => (
        <>
          <p>{t.pipeline.unroutedAbout}</p>
          <p role="status">{routedTo ? t.pipeline.routed(routedTo) : ''}</p>
          {view.unrouted.length === 0 ? <p className="muted">{t.pipeline.nothingUnrouted}</p> : null}
          <ul className="line-list">
            {view.unrouted.map((item) => (
              <UnroutedLine key={item.reportId} item={item} onRouted={setRoutedTo} />
            ))}
          </ul>
        </>
      )}
    </PipelineState>
  )
}
