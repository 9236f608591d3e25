import type { LedgerReview } from '@opentipline/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useShownLanguage } from '../../messages/messages.tsx'
import { desk, queryClient, reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { FormEnd } from '../../ui/FormEnd.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { reviewWords } from './reviewWords.ts'

/** That somebody looks through the log, and when somebody last did. `size`: entries that are signed. */
export const Reviews = ({ size }: { size: number }) => {
  const w = reviewWords[useShownLanguage()]
  const reviews = useQuery(reading('listLedgerReviews', {}))
  const [last, ...earlier] = reviews.data?.reviews ?? []
  return (
    <Section level={2} id="reviews" title={w.title} about={w.standard}>
      {reviews.isError ? <ErrorNotice error={reviews.error} onRetry={() => void reviews.refetch()} /> : null}
      {reviews.data && !last ? <p>{w.never}</p> : null}
      {last ? (
        <p>
          <strong>{w.last}</strong> <Line review={last} />
        </p>
      ) : null}
      {earlier.length > 0 ? (
        <details>
          <summary>{w.earlier}</summary>
          <ul>
            {earlier.map((each) => (
              <li key={each.reviewId}>
                <Line review={each} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {size > 0 ? <ReviewForm size={size} /> : <p className="muted">{w.nothingSigned}</p>}
    </Section>
  )
}

const Line = ({ review: { at, by, agency, upTo, noticed } }: { review: LedgerReview }) => {
  const w = reviewWords[useShownLanguage()]
  return (
    <>
      <Moment at={at} both />, {by} ({agency}), {w.upTo(upTo)}: {noticed}
    </>
  )
}

const ReviewForm = ({ size }: { size: number }) => {
  const w = reviewWords[useShownLanguage()]
  const id = useId()
  const [noticed, setNoticed] = useState('')
  const [tried, setTried] = useState(false)
  const send = useMutation({
    mutationFn: () => desk.call('reviewLedger', { body: { upTo: size, noticed: noticed.trim() } }),
    onSuccess: () => {
      setNoticed('')
      setTried(false)
      void queryClient.invalidateQueries({ queryKey: ['listLedgerReviews'] })
    },
  })
  const isMissing = noticed.trim() === ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!isMissing && !send.isPending) send.mutate()
  }
  return (
    <form className="stack narrow no-print" onSubmit={submit}>
      <div>
        <label className="usa-label" htmlFor={id}>
          {w.noticed}
        </label>
        <textarea
          id={id}
          className="usa-textarea"
          rows={2}
          maxLength={4000}
          value={noticed}
          onChange={(event) => setNoticed(event.target.value)}
        />
      </div>
      <FormEnd
        send={w.reviewed(size)}
        busy={send.isPending}
        error={send.error}
        missing={tried && isMissing ? w.missing : undefined}
        prompt="ledger review"
      />
    </form>
  )
}
