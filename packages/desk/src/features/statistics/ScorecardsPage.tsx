import type { ClearinghouseScorecard } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { useMessages, useShownLanguage } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { Parts } from '../routing/Parts.tsx'
import { OutcomeFacts } from './OutcomeFacts.tsx'
import { PeriodForm } from './PeriodForm.tsx'
import { ProviderScorecard } from './ProviderScorecard.tsx'
import type { PeriodSearch } from './search.ts'

/** The clearinghouse's own scorecard and each provider's. */
export const ScorecardsPage = ({ search }: { search: PeriodSearch }) => {
  const { scorecards: words } = useMessages().loop
  useTitle(words.title)
  const found = useQuery({
    ...reading('readScorecards', { query: search }),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  return (
    <div className="page stack">
      <Parts />
      <h1 tabIndex={-1}>{words.title}</h1>
      <p>{words.lead}</p>
      <PeriodForm
        key={JSON.stringify(search)}
        to="/scorecards"
        shown={found.data?.clearinghouse}
        search={search}
      />
      {found.isPending ? <Loading /> : null}
      {found.isError ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data ? (
        <>
          <Own card={found.data.clearinghouse} />
          {found.data.providers.length === 0 ? <p className="muted">{words.none}</p> : null}
          {found.data.providers.map((card) => (
            <ProviderScorecard key={card.provider} card={card} />
          ))}
        </>
      ) : null}
    </div>
  )
}

const Own = ({ card }: { card: ClearinghouseScorecard }) => {
  const { scorecards: words, statistics } = useMessages().loop
  const language = useShownLanguage()
  const span = (minutes: number): string =>
    minutes < 1
      ? statistics.underMinute
      : statistics.minutes(minutes.toLocaleString(language, { maximumSignificantDigits: 3 }))
  const minutes = card.minutesToAvailable
  return (
    <Section level={2} id="own" title={words.own}>
      <Facts
        facts={[
          { name: words.finished, value: String(card.finished) },
          { name: words.routed, value: String(card.routed) },
          { name: words.unrouted, value: String(card.unroutedNow) },
          { name: words.rerouted, value: String(card.rerouted) },
          {
            name: words.minutes,
            value: minutes ? `${span(minutes.median)} / ${span(minutes.p90)}` : '–',
          },
        ]}
      />
      <OutcomeFacts counts={card.outcomes} />
    </Section>
  )
}
