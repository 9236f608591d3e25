import type { Evidence, Report } from '@opentipline/contract'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { pointTo } from '../../ui/pointTo.ts'
import { evidenceWords, placeKey } from './pointerWords.ts'

/** Pointers shown before the rest is folded away: a rule over fifty files would fill the page. */
const shownMax = 4

/** What a statement rests on; each leads to its place on the page. */
export const EvidenceLinks = ({ evidence, report }: { evidence: readonly Evidence[]; report: Report }) => {
  const t = useMessages()
  const [all, setAll] = useState(false)
  const [missing, setMissing] = useState('')
  if (evidence.length === 0) return null
  const shown = all ? evidence : evidence.slice(0, shownMax)
  return (
    <span className="evidence">
      <span className="muted">{t.tip.evidence}: </span>
      {shown.map((each) => (
        <button
          key={placeKey(each)}
          type="button"
          className="usa-button usa-button--unstyled evidence-link"
          onClick={() => setMissing(pointTo(placeKey(each)) ? '' : t.tip.evidenceMissing)}
        >
          {evidenceWords(each, report, t)}
        </button>
      ))}
      {shown.length < evidence.length ? (
        <button type="button" className="usa-button usa-button--unstyled" onClick={() => setAll(true)}>
          +{evidence.length - shown.length}
        </button>
      ) : null}
      <span role="status">{missing}</span>
    </span>
  )
}
