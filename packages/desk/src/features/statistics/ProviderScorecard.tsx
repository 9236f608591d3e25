import type { Scorecard } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import { Section } from '../../ui/Section.tsx'
import { OutcomeFacts } from './OutcomeFacts.tsx'

/** How one provider's reports read: what was there, what would have moved them most, what agencies said. */
export const ProviderScorecard = ({ card }: { card: Scorecard }) => {
  const { scorecards: words, parts } = useMessages().loop
  const id = `provider-${card.provider.replaceAll(/\W+/g, '-')}`
  return (
    <Section level={2} id={id} title={card.provider}>
      <p>
        {words.reports(card.reports)}: {words.labels(card.labels.referral, card.labels.informational)}
        {card.sampled ? ` ${words.sampled}` : null}
      </p>
      <div className="table-wrap" role="region" aria-label={`${card.provider}: ${words.parts}`} tabIndex={0}>
        <table className="table">
          <caption>{words.parts}</caption>
          <thead>
            <tr>
              <th scope="col">{words.part}</th>
              <th scope="col">{words.present}</th>
              <th scope="col">{words.absent}</th>
              <th scope="col">{words.unknown}</th>
              <th scope="col">{words.notNeeded}</th>
            </tr>
          </thead>
          <tbody>
            {card.parts.map((each) => (
              <tr key={each.part}>
                <th scope="row">{parts[each.part]}</th>
                <td>{each.present}</td>
                <td>{each.absent}</td>
                <td>{each.unknown}</td>
                <td>{each.notNeeded}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {card.wouldMove.length > 0 ? (
        <>
          <h3>{words.wouldMove}</h3>
          <ul className="line-list">
            {card.wouldMove.map((each) => (
              <li key={each.signal} className="line">
                <span>{each.advice}</span>
                <span className="small muted">
                  {each.question} {words.reports(each.reports)}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {card.hindered.length > 0 ? (
        <p>
          {words.hindered}: {card.hindered.map((each) => `${parts[each.part]} (${each.reports})`).join(', ')}
        </p>
      ) : null}
      <OutcomeFacts counts={card.outcomes} />
    </Section>
  )
}
