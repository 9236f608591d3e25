import type { OwnScorecard } from '@opentipline/contract'
import { quarterHolding } from '@opentipline/domain'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { PartsTable } from '../../ui/PartsTable.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import type { QualitySearch } from './search.ts'
import { usePortalWords } from './words.ts'
import { Told as Sentence } from '../../ui/Told.tsx'

/** Quarters that can be chosen: two years. */
const quartersShown = 8

const quartersTo = (now: Date): string[] =>
  Array.from({ length: quartersShown }, (_, back) =>
    quarterHolding(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back * 3, 1))),
  ).map(({ quarter }) => quarter)

/** How the provider's own reports of a quarter read, in facts. */
export const QualityPage = ({ search }: { search: QualitySearch }) => {
  const { quality: t } = usePortalWords()
  useTitle(t.title)
  const id = useId()
  const go = useNavigate()
  const card = useQuery({ ...reading('readOwnScorecard', { query: search }), staleTime: 60_000 })
  const quarters = quartersTo(new Date())
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{t.title}</h1>
      <p>{t.lead}</p>
      <p className="cluster">
        <label htmlFor={id}>{t.quarter}</label>
        <select
          id={id}
          className="usa-select quarter"
          value={search.quarter ?? quarters[0]}
          onChange={(event) => void go({ to: '/portal/quality', search: { quarter: event.target.value } })}
        >
          {quarters.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </p>
      {card.isPending ? <Loading /> : null}
      {card.isError ? <ErrorNotice error={card.error} onRetry={() => void card.refetch()} /> : null}
      {card.data ? <Card card={card.data} /> : null}
    </div>
  )
}

const Card = ({ card }: { card: OwnScorecard }) => {
  const { quality: t } = usePortalWords()
  if (card.reports === 0) return <p className="muted">{t.none}</p>
  return (
    <>
      <p className="lead">
        {t.reports(card.reports)}. {card.sampled ? t.sampled : null}
      </p>
      <Facts
        facts={[
          { name: t.labelsName, value: t.labels(card.labels.referral, card.labels.informational) },
          { name: t.available, value: String(card.available) },
        ]}
      />
      <Parts parts={card.parts} />
      {card.couldAdd.length > 0 ? (
        <Section level={2} id="could-add" title={t.couldAdd} about={t.couldAddAbout}>
          <ol className="plain-steps">
            {card.couldAdd.map(({ advice, reports }) => (
              <li key={advice}>
                <Sentence text={advice} /> <span className="muted small">{t.inReports(reports)}</span>
              </li>
            ))}
          </ol>
        </Section>
      ) : null}
      <Told told={card.told} />
    </>
  )
}

const Parts = ({ parts }: { parts: OwnScorecard['parts'] }) => {
  const { quality: t } = usePortalWords()
  return (
    <Section level={2} id="parts" title={t.parts} about={t.partsAbout}>
      <PartsTable parts={parts} words={t} name={`${t.parts}: ${t.part}`} />
    </Section>
  )
}

const Told = ({ told }: { told: OwnScorecard['told'] }) => {
  const { quality: t } = usePortalWords()
  const { parts: names } = useMessages().loop
  return (
    <Section level={2} id="told" title={t.told} about={t.toldAbout}>
      {told ? (
        <Facts
          facts={[
            { name: t.atLeastName, value: t.atLeast(told.atLeast) },
            { name: t.useful, value: t.percent(told.usefulPercent) },
            { name: t.partly, value: t.percent(told.partlyUsefulPercent) },
            { name: t.not, value: t.percent(told.notUsefulPercent) },
            { name: t.hindered, value: told.hindered.map((part) => names[part]).join(', ') },
          ]}
        />
      ) : (
        <p>{t.tooFew}</p>
      )}
    </Section>
  )
}
