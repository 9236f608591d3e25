import type { TipDetail } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { DecisionFacts } from '../decisions/DecisionFacts.tsx'
import { Told } from '../../ui/Told.tsx'

/** Everything that happened to the tip, newest first, and every decision with its reasons. */
export const TipHistory = ({ tip: { history, decisions } }: { tip: TipDetail }) => {
  const t = useMessages()
  return (
    <Section level={2} id="history" title={t.tip.history}>
      {decisions.length > 0 ? (
        <div className="stack">
          <h3>{t.tip.decisions}</h3>
          {decisions.map((decision) => (
            <div className="sub-card" key={decision.decisionId} data-at={`record:${decision.decisionId}`}>
              <DecisionFacts decision={decision} />
            </div>
          ))}
        </div>
      ) : null}
      {history.length === 0 ? <p className="muted">{t.tip.noHistory}</p> : null}
      <ol className="history-list">
        {history
          .toSorted((a, b) => b.at.localeCompare(a.at))
          .map((entry, index) => (
            <li key={index}>
              <span className="muted small">
                <Moment at={entry.at} />
              </span>
              <span>
                <strong>{entry.who}</strong> · <Told text={entry.what} />
              </span>
            </li>
          ))}
      </ol>
    </Section>
  )
}
