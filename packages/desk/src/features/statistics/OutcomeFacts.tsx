import type { OutcomeCounts } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import { Facts } from '../../ui/Facts.tsx'

/** Outcomes of a number of reports; those that nobody told are a line like the others. */
export const OutcomeFacts = ({ counts }: { counts: OutcomeCounts }) => {
  const { scorecards: words } = useMessages().loop
  const told = counts.usefulness
  return (
    <Facts
      facts={[
        { name: words.available, value: String(counts.available) },
        { name: words.given, value: String(counts.given) },
        { name: words.noneGiven, value: String(counts.noneGiven) },
        {
          name: words.useful,
          value: told
            ? words.usefulIn(told.useful, told.partlyUseful, told.notUseful, told.notSaid)
            : words.tooFew,
        },
      ]}
    />
  )
}
