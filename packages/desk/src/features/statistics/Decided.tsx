import { decisionKinds, type StatisticsView } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import { reasonWords } from '../decisions/draftRules.ts'
import { Section } from '../../ui/Section.tsx'
import { Bars } from './Bars.tsx'

/** What the agency decided on the tips of the period, and what was told of them. */
export const Decided = ({ decided }: { decided: NonNullable<StatisticsView['decided']> }) => {
  const t = useMessages()
  const { statistics: words, results } = t.loop
  const kinds = decisionKinds.map((kind) => ({
    name: t.kinds[kind],
    count: decided.decisions.find(({ what }) => what === kind)?.count ?? 0,
  }))
  return (
    <Section level={2} id="decided" title={words.decisions}>
      <div className="bar-tables">
        <Bars
          title={words.decisions}
          lines={[...kinds, { name: words.undecided, count: decided.undecided }]}
        />
        <Bars
          title={words.declinedBecause}
          lines={decided.declinedBecause.map(({ what, count }) => ({
            name: reasonWords('decline', what, t),
            count,
          }))}
        />
        <Bars
          title={words.outcomes}
          lines={[
            { name: words.outcomesGiven, count: decided.outcomes.given },
            { name: words.outcomesNone, count: decided.outcomes.noneGiven },
            ...decided.outcomes.byResult.map(({ result, count }) => ({ name: results[result], count })),
          ]}
        />
      </div>
    </Section>
  )
}
