import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk, queryClient, reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Section.tsx'

/** One's own calendar address: made, shown once, ended. */
export const Calendar = () => {
  const t = useMessages()
  const feed = useQuery(reading('readCalendarFeed', {}))
  const act = useMutation({
    mutationFn: (step: 'make' | 'end') =>
      desk.call(step === 'make' ? 'makeCalendarFeed' : 'revokeCalendarFeed', { body: {} }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['readCalendarFeed'] }),
  })
  const run = (step: 'make' | 'end') => (): void => (act.isPending ? undefined : act.mutate(step))
  const made = feed.data?.made
  return (
    <Section level={2} id="calendar" title={t.clocks.calendar} about={t.clocks.calendarAbout}>
      {feed.isError ? <ErrorNotice error={feed.error} onRetry={() => void feed.refetch()} /> : null}
      {act.isError ? <ErrorNotice error={act.error} /> : null}
      {feed.data ? (
        <p>
          {made ? (
            <>
              {t.clocks.hasCalendar} <Moment at={made.at} />,{' '}
              {made.lastReadAt ? (
                <>
                  {t.clocks.lastRead} <Moment at={made.lastReadAt} />
                </>
              ) : (
                t.clocks.neverRead
              )}
              .
            </>
          ) : (
            t.clocks.noCalendar
          )}
        </p>
      ) : null}
      {act.data?.address ? <Address address={`${globalThis.location.origin}${act.data.address}`} /> : null}
      <div className="cluster">
        <button
          type="button"
          className="usa-button usa-button--outline usa-button--small"
          onClick={run('make')}
        >
          {made ? t.clocks.renewCalendar : t.clocks.makeCalendar}
        </button>
        {made ? (
          <button type="button" className="usa-button usa-button--unstyled" onClick={run('end')}>
            {t.clocks.endCalendar}
          </button>
        ) : null}
      </div>
    </Section>
  )
}

const Address = ({ address }: { address: string }) => {
  const t = useMessages()
  const id = useId()
  const [copied, setCopied] = useState(false)
  const copy = (): void => void navigator.clipboard.writeText(address).then(() => setCopied(true))
  return (
    <Notice tone="info">
      <label htmlFor={id}>{t.clocks.calendarOnce}</label>
      <input
        id={id}
        className="usa-input mono"
        readOnly
        value={address}
        onFocus={(event) => event.target.select()}
      />
      <span className="cluster">
        <button type="button" className="usa-button usa-button--small" onClick={copy}>
          {t.clocks.copy}
        </button>
        <span role="status">{copied ? t.clocks.copied : ''}</span>
      </span>
    </Notice>
  )
}
