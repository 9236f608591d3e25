import type { Assessment, Report } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import { EvidenceLinks } from './EvidenceLinks.tsx'

const marks: Record<string, string> = { present: '●', absent: '○', unknown: '?', 'not needed': '–' }

/** What there is to work with: each part present, absent, unknown or not needed. */
export const Parts = ({ assessment, report }: { assessment: Assessment; report: Report }) => {
  const t = useMessages()
  return (
    <div className="parts">
      <h2 className="parts-title">{t.tip.parts}</h2>
      <ul className="parts-list">
        {assessment.actionability.parts.map(({ part, state, evidence }) => (
          <li key={part} className={`part part-${state.replace(' ', '-')}`}>
            <span className="part-mark" aria-hidden="true">
              {marks[state]}
            </span>
            <span>
              <span className="part-name">{t.partNames[part] ?? part}</span>
              <span className="part-state">{t.tip.partStates[state]}</span>
            </span>
            {state === 'present' ? <EvidenceLinks evidence={evidence.slice(0, 1)} report={report} /> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
