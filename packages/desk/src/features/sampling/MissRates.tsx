import type { MissRate } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { useShownLanguage } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Section } from '../../ui/Section.tsx'
import { boundText } from './boundText.ts'
import { useSamplingWords } from './words.ts'

/** The share that was missed, by pool, as a range; never as one number, and never as nothing. */
export const MissRates = () => {
  const words = useSamplingWords()
  const rates = useQuery(reading('readMissRates', {}))
  return (
    <Section level={2} id="miss-rates" title={words.rates} about={words.ratesAbout}>
      {rates.isPending ? <Loading /> : null}
      {rates.isError ? <ErrorNotice error={rates.error} onRetry={() => void rates.refetch()} /> : null}
      <div className="cards">
        {rates.data?.rates.map((rate) => (
          <PoolRate key={rate.pool} rate={rate} />
        ))}
      </div>
      <p className="small muted">{words.ratesCaveat}</p>
    </Section>
  )
}

const orNothing = (count: number): string | undefined => (count > 0 ? String(count) : undefined)

const PoolRate = ({ rate }: { rate: MissRate }) => {
  const words = useSamplingWords()
  const language = useShownLanguage()
  const { facts } = words
  const read = rate.misses + rate.rightlyLow + rate.cannotTell
  return (
    <div className="file">
      <h3>{words.pools[rate.pool]}</h3>
      <Facts
        facts={[
          {
            name: facts.share,
            value:
              rate.low === null || rate.high === null ? (
                words.nothingRead
              ) : (
                <strong>
                  {words.share(boundText(rate.low, 'low', language), boundText(rate.high, 'high', language))}
                </strong>
              ),
          },
          { name: facts.found, value: read > 0 ? words.missedOf(rate.misses, read) : undefined },
          { name: facts.cannotTell, value: orNothing(rate.cannotTell) },
          { name: facts.notYetRead, value: orNothing(rate.notYetRead) },
          { name: facts.overtaken, value: orNothing(rate.overtaken) },
          { name: facts.seenBefore, value: orNothing(rate.seenBefore) },
          { name: facts.population, value: words.drawnOf(rate.drawn, rate.population) },
        ]}
      />
    </div>
  )
}
