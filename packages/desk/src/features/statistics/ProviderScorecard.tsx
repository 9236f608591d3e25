import type { Scorecard } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import { PartsTable } from '../../ui/PartsTable.tsx'
import { Section } from '../../ui/Section.tsx'
import { OutcomeFacts } from './OutcomeFacts.tsx'
import { Told } from '../../ui/Told.tsx'

/** How one provider's reports read: what was there, what would have moved them most, what agencies said. */
export const ProviderScorecard = ({ card }: { card: Scorecard }) => {
  const t = useMessages()
  const { scorecards: words, parts } = t.loop
  const id = `provider-${card.provider.replaceAll(/\W+/g, '-')}`
  return (
    <Section level={2} id={id} title={card.provider}>
      <p>
        {words.reports(card.reports)}: {words.labels(card.labels.referral, card.labels.informational)}
        {card.sampled ? ` ${words.sampled}` : null}
      </p>
      <PartsTable
        parts={card.parts}
        words={words}
        name={`${card.provider}: ${words.parts}`}
        caption={words.parts}
      />
      {card.wouldMove.length > 0 ? (
        <>
          <h3>{words.wouldMove}</h3>
          <ul className="line-list">
            {card.wouldMove.map((each) => (
              <li key={each.signal} className="line">
                <span>
                  <Told text={each.advice} />
                </span>
                <span className="small muted">
                  {t.questionWords[each.question] ?? each.question} {words.reports(each.reports)}
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
