import type { CorrectedPlace, DoubtfulRoute } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { queryClient, reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Age } from '../../ui/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { CorrectPlace } from './CorrectPlace.tsx'
import { Parts } from './Parts.tsx'
import { ReviewLabels } from './ReviewLabels.tsx'
import { ReviewLinks } from './ReviewLinks.tsx'
import { readReviewSearch, type ReviewSearch } from './reviewSearch.ts'
import { useClearinghouseWords } from './words.ts'
import { Told } from '../../ui/Told.tsx'

/** What an analyst should look at because a machine was not sure. */
export const ReviewPage = ({ search }: { search: ReviewSearch }) => {
  const { review: words } = useClearinghouseWords()
  useTitle(words.title)
  const { report } = search
  const review = useQuery(reading('readReview', { query: search }))
  const [saved, setSaved] = useState(false)
  const onSaved = (): void => {
    setSaved(true)
    void queryClient.invalidateQueries({ queryKey: ['readReview'] })
  }
  return (
    <div className="page stack">
      <Parts />
      <h1 tabIndex={-1}>{words.title}</h1>
      <p>{words.lead}</p>
      <OneReport key={report ?? ''} report={report} />
      <p role="status">{saved ? words.saved : ''}</p>
      {report ? <CorrectPlace reportId={report} onSaved={onSaved} /> : null}
      {review.isPending ? <Loading /> : null}
      {review.isError ? <ErrorNotice error={review.error} onRetry={() => void review.refetch()} /> : null}
      {review.data ? (
        <>
          <Section
            level={2}
            id="doubtful"
            title={`${words.doubtful} (${review.data.doubtful.length}${review.data.moreDoubtful ? '+' : ''})`}
            about={words.doubtfulAbout}
          >
            {review.data.doubtful.length === 0 ? <p className="muted">{words.noneDoubtful}</p> : null}
            {review.data.moreDoubtful ? <p>{words.more}</p> : null}
            <ul className="line-list">
              {review.data.doubtful.map((each) => (
                <DoubtfulLine key={`${each.reportId} ${each.agency}`} route={each} onSaved={onSaved} />
              ))}
            </ul>
          </Section>
          <Section
            level={2}
            id="labels"
            title={`${words.labels} (${review.data.labels.length})`}
            about={words.labelsAbout}
          >
            {review.data.labels.length === 0 ? <p className="muted">{words.noneLabels}</p> : null}
            <ReviewLabels labels={review.data.labels} onSaved={onSaved} />
          </Section>
          <Section
            level={2}
            id="links"
            title={`${words.links} (${review.data.links.length})`}
            about={words.linksAbout}
          >
            {review.data.links.length === 0 ? <p className="muted">{words.noneLinks}</p> : null}
            <ReviewLinks links={review.data.links} onSaved={onSaved} />
          </Section>
          <Section level={2} id="corrected" title={words.corrected} about={words.correctedAbout}>
            {review.data.corrected.length === 0 ? <p className="muted">{words.noneCorrected}</p> : null}
            <ul className="line-list">
              {review.data.corrected.map((each) => (
                <CorrectedLine key={`${each.reportId} ${each.at}`} place={each} />
              ))}
            </ul>
          </Section>
        </>
      ) : null}
    </div>
  )
}

/** One report by its number, in the address: what there is of it alone. */
const OneReport = ({ report }: { report: string | undefined }) => {
  const { review: words } = useClearinghouseWords()
  const navigate = useNavigate()
  const id = useId()
  const [number, setNumber] = useState(report ?? '')
  const go = (wanted: ReviewSearch): void =>
    void navigate({ to: '/clearinghouse/review', search: readReviewSearch(wanted) })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    go({ report: number.trim() })
  }
  return (
    <form className="cluster no-print" role="search" onSubmit={submit}>
      <label htmlFor={id}>{words.oneReport}</label>
      <input
        id={id}
        className="usa-input usa-input--small"
        inputMode="numeric"
        autoComplete="off"
        maxLength={18}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
      />
      <button type="submit" className="usa-button usa-button--outline usa-button--small">
        {words.show}
      </button>
      {report ? (
        <button type="button" className="usa-button usa-button--unstyled" onClick={() => go({})}>
          {words.showAll}
        </button>
      ) : null}
    </form>
  )
}

const DoubtfulLine = ({ route, onSaved }: { route: DoubtfulRoute; onSaved: () => void }) => {
  const t = useMessages()
  const { review: words } = useClearinghouseWords()
  return (
    <li className="line">
      <span className="cluster">
        <strong>{route.reportId}</strong>
        <span>{route.provider ?? t.queue.noProvider}</span>
        <span>
          {words.wentTo} <strong>{route.agency}</strong>
        </span>
        <span className="muted">
          <Age at={route.availableAt} />
        </span>
      </span>
      <span className="small">
        <Told text={route.because} />
      </span>
      <CorrectPlace reportId={route.reportId} onSaved={onSaved} />
    </li>
  )
}

const CorrectedLine = ({ place }: { place: CorrectedPlace }) => {
  const { review: words } = useClearinghouseWords()
  return (
    <li className="line">
      <span className="cluster">
        <strong>{place.reportId}</strong>
        <span>
          {words.roles[place.role]}: {place.place}
        </span>
        <span className="muted">
          {words.by} {place.by}, <Age at={place.at} />
        </span>
      </span>
      <span className="small">
        <Told text={place.because} />
      </span>
      {place.agencies.length > 0 ? (
        <span className="small muted">
          {words.nowAt}: {place.agencies.join(', ')}
        </span>
      ) : null}
    </li>
  )
}
