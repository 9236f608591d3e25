import type { ViewingPreference, ViewingView } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk, queryClient, reading } from '../../platform/api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { useSession } from '../people/session.ts'

/** How files are shown to this person, and how many they have looked at. The numbers are theirs alone. */
export const ViewingPage = () => {
  const t = useMessages()
  const { role } = useSession().actingFor
  useTitle(t.files.viewingTitle)
  const viewing = useQuery({ ...reading('readViewing', {}), enabled: mayEverDo('readViewing', role) })
  return (
    <div className="page stack">
      <h1>{t.files.viewingTitle}</h1>
      <p className="lead">{t.files.viewingLead}</p>
      {viewing.isError ? <ErrorNotice error={viewing.error} onRetry={() => void viewing.refetch()} /> : null}
      {viewing.isPending && viewing.isFetching ? <Loading /> : null}
      {viewing.data ? (
        <>
          <Preference viewing={viewing.data} />
          <OwnCount viewing={viewing.data} />
        </>
      ) : null}
      {mayEverDo('readViewingSums', role) ? <Sums /> : null}
      {mayEverDo('liftOpenings', role) ? <Lift /> : null}
    </div>
  )
}

/** Strengths of blur that are offered, in pixels. */
const blurs = [0, 4, 8, 16, 32] as const

const Preference = ({ viewing }: { viewing: ViewingView }) => {
  const t = useMessages()
  const id = useId()
  const [wish, setWish] = useState<ViewingPreference>(viewing.preference)
  const save = useMutation({
    mutationFn: (body: ViewingPreference) => desk.call('setViewing', { body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['readViewing'] }),
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!save.isPending) save.mutate(wish)
  }
  const minutes = [0, 10, 20, 30, 45, 60].concat(
    [0, 10, 20, 30, 45, 60].includes(wish.breakMinutes) ? [] : [wish.breakMinutes],
  )
  return (
    <Section id="preference" level={2} title={t.files.preference} about={t.files.preferenceAbout}>
      <form className="stack narrow" onSubmit={submit}>
        <div>
          <label className="usa-label" htmlFor={`${id}-blur`}>
            {t.files.blur}
          </label>
          <select
            id={`${id}-blur`}
            className="usa-select"
            value={wish.blurPixels}
            onChange={(event) => setWish({ ...wish, blurPixels: Number(event.target.value) })}
          >
            {blurs.map((each) => (
              <option key={each} value={each}>
                {t.files.blurs[each]}
              </option>
            ))}
          </select>
        </div>
        <Tick
          text={t.files.greyscale}
          on={wish.greyscale}
          onTick={(greyscale) => setWish({ ...wish, greyscale })}
        />
        <Tick text={t.files.muted} on={wish.muted} onTick={(muted) => setWish({ ...wish, muted })} />
        <div>
          <label className="usa-label" htmlFor={`${id}-break`}>
            {t.files.breakAfter}
          </label>
          <select
            id={`${id}-break`}
            className="usa-select"
            value={wish.breakMinutes}
            onChange={(event) => setWish({ ...wish, breakMinutes: Number(event.target.value) })}
          >
            {minutes.map((each) => (
              <option key={each} value={each}>
                {each === 0 ? t.files.noBreak : t.files.minutes(each)}
              </option>
            ))}
          </select>
        </div>
        {save.isError ? <ErrorNotice error={save.error} /> : null}
        <div className="cluster">
          <button type="submit" className="usa-button" aria-disabled={save.isPending}>
            {t.files.savePreference}
          </button>
          <span role="status">
            {save.isPending ? t.judging.sending : save.isSuccess ? t.files.saved : ''}
            {!viewing.chosen && !save.isSuccess ? t.files.notChosen : ''}
          </span>
        </div>
        <Asked prompt="how files are shown" />
      </form>
    </Section>
  )
}

const Tick = ({ text, on, onTick }: { text: string; on: boolean; onTick: (on: boolean) => void }) => (
  <label className="cluster">
    <input type="checkbox" checked={on} onChange={(event) => onTick(event.target.checked)} /> {text}
  </label>
)

const OwnCount = ({ viewing }: { viewing: ViewingView }) => {
  const t = useMessages()
  return (
    <Section id="own-count" level={2} title={t.files.ownTitle} about={t.files.ownAbout}>
      <p>{t.files.ownCount(viewing.today)}</p>
      {viewing.limit ? <p>{t.files.limit(viewing.limit.perDay, viewing.limit.left)}</p> : null}
      <Table
        caption={t.files.ownDays}
        heads={[t.files.day, t.files.views]}
        rows={viewing.days.map(({ day, views }) => [day, String(views)])}
      />
    </Section>
  )
}

const Sums = () => {
  const t = useMessages()
  const sums = useQuery(reading('readViewingSums', {}))
  return (
    <Section
      id="sums"
      level={2}
      title={t.files.sumsTitle}
      about={t.files.sumsAbout(sums.data?.peopleMin ?? 5)}
    >
      {sums.isError ? <ErrorNotice error={sums.error} onRetry={() => void sums.refetch()} /> : null}
      {sums.data ? (
        <Table
          caption={t.files.sumsTitle}
          heads={[t.files.week, t.files.views]}
          rows={sums.data.weeks.map(({ week, views }) => [
            week,
            views === null ? t.files.tooFew(sums.data.peopleMin) : String(views),
          ])}
        />
      ) : null}
    </Section>
  )
}

const Lift = () => {
  const t = useMessages()
  const id = useId()
  const people = useQuery(reading('listPeople', {}))
  const [personId, setPersonId] = useState('')
  const [asking, setAsking] = useState(false)
  const [tried, setTried] = useState(false)
  const lift = useMutation({
    mutationFn: (because: string) => desk.call('liftOpenings', { body: { personId, because } }),
    onSuccess: () => {
      setAsking(false)
      setTried(false)
    },
  })
  const isMissing = tried && personId === ''
  return (
    <Section id="lift" level={2} title={t.files.liftTitle} about={t.files.liftAbout}>
      {asking ? (
        <ReasonForm
          send={t.files.lift}
          busy={lift.isPending}
          error={lift.error}
          onSend={(because) => {
            setTried(true)
            if (personId !== '') lift.mutate(because)
          }}
          onCancel={() => setAsking(false)}
        >
          <div>
            <label className="usa-label" htmlFor={id}>
              {t.files.liftPerson}
            </label>
            <select
              id={id}
              className="usa-select"
              value={personId}
              aria-invalid={isMissing}
              aria-describedby={isMissing ? `${id}-missing` : undefined}
              onChange={(event) => setPersonId(event.target.value)}
            >
              <option value="">{t.files.choose}</option>
              {people.data?.people
                .filter((each) => !each.you)
                .map((each) => (
                  <option key={each.personId} value={each.personId}>
                    {each.name}
                  </option>
                ))}
            </select>
            {isMissing ? (
              <p className="field-error small" id={`${id}-missing`}>
                {t.files.liftMissing}
              </p>
            ) : null}
          </div>
        </ReasonForm>
      ) : (
        <p>
          <button
            type="button"
            className="usa-button usa-button--outline usa-button--small"
            onClick={() => setAsking(true)}
          >
            {t.files.lift}…
          </button>
        </p>
      )}
      <p role="status">{lift.isSuccess && !asking ? t.files.lifted : ''}</p>
    </Section>
  )
}

const Table = ({ caption, heads, rows }: { caption: string; heads: string[]; rows: string[][] }) => {
  const t = useMessages()
  if (rows.length === 0) return <p className="muted">{t.files.nothingCounted}</p>
  return (
    <table className="table viewing-table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, second]) => (
          <tr key={first}>
            <th scope="row">{first}</th>
            <td>{second}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
