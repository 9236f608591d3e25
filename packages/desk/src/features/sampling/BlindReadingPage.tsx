import { type BlindReading, type SampleVerdict, sampleVerdicts } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { Voice } from '../../ui/Voice.tsx'
import { Findings, Places } from '../findings/Derived.tsx'
import { Stated } from '../reports/Stated.tsx'
import { useSampleWrite } from './useSampleWrite.ts'
import { useSamplingWords } from './words.ts'

const route = getRouteApi('/sampling/$itemId')

/** A drawn tip, as a second person reads it: what was stated and found, and nothing of what was made of it. */
export const BlindReadingPage = () => {
  const { itemId } = route.useParams()
  const words = useSamplingWords()
  useTitle(words.reading(itemId))
  // Beginning it is recorded: it is asked for once.
  const reading = useQuery({
    queryKey: ['takeSampleReading', itemId],
    queryFn: () => desk.call('takeSampleReading', { params: { itemId }, body: {} }),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{words.reading(itemId)}</h1>
      <p>
        <Link to="/sampling">{words.back}</Link>
      </p>
      {reading.isPending ? <Loading /> : null}
      {reading.isError ? <ErrorNotice error={reading.error} /> : null}
      {reading.data ? <Reading key={itemId} reading={reading.data} /> : null}
    </div>
  )
}

const Reading = ({ reading }: { reading: BlindReading }) => {
  const t = useMessages()
  const words = useSamplingWords()
  const { report } = reading
  return (
    <>
      <Notice tone="info">
        <strong>{words.blind}</strong>
        <span>{words.blindAbout}</span>
        <span className="small">{words.blindLimit}</span>
        {reading.seenBefore ? <span>{words.blindSeen}</span> : null}
      </Notice>
      <Voice voice="stated" title={t.tip.stated} about={t.tip.statedAbout}>
        <Stated report={report} />
      </Voice>
      <Voice voice="derived" title={t.tip.derived} about={t.tip.derivedAbout}>
        <Places places={reading.places} report={report} />
        <Findings findings={reading.findings} identifiers={reading.identifiers} report={report} />
      </Voice>
      <VerdictForm itemId={reading.itemId} />
    </>
  )
}

const VerdictForm = ({ itemId }: { itemId: string }) => {
  const words = useSamplingWords()
  const id = useId()
  const navigate = useNavigate()
  const [verdict, setVerdict] = useState<SampleVerdict>()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const params = { itemId }
  const judge = useSampleWrite((body: { verdict: SampleVerdict; note: string }) =>
    desk.call('judgeSampleReading', { params, body }),
  )
  const leave = useSampleWrite(() => desk.call('leaveSampleReading', { params, body: {} }))
  const busy = judge.isPending || leave.isPending
  const toList = () => void navigate({ to: '/sampling' })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (verdict && !busy) judge.mutate({ verdict, note: note.trim() }, { onSuccess: toList })
  }
  return (
    <form className="stack route-form" onSubmit={submit}>
      <fieldset className="reasons">
        <legend className="usa-label">{words.verdict}</legend>
        {sampleVerdicts.map((each) => (
          <div className="usa-radio" key={each}>
            <input
              className="usa-radio__input"
              type="radio"
              name={id}
              id={`${id}-${each}`}
              checked={verdict === each}
              aria-describedby={`${id}-${each}-about`}
              onChange={() => setVerdict(each)}
            />
            <label className="usa-radio__label" htmlFor={`${id}-${each}`}>
              {words.verdicts[each]}
            </label>
            <span className="small muted block" id={`${id}-${each}-about`}>
              {words.verdictAbout[each]}
            </span>
          </div>
        ))}
      </fieldset>
      {tried && !verdict ? (
        <p className="field-error small" role="alert">
          {words.verdictMissing}
        </p>
      ) : null}
      <div>
        <label className="usa-label" htmlFor={`${id}-note`}>
          {words.note} <span className="hint">{words.noteHint}</span>
        </label>
        <textarea
          id={`${id}-note`}
          className="usa-textarea"
          rows={3}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      {judge.isError ? <ErrorNotice error={judge.error} /> : null}
      {leave.isError ? <ErrorNotice error={leave.error} /> : null}
      <div className="cluster">
        <button type="submit" className="usa-button" aria-disabled={busy}>
          {judge.isPending ? words.recording : words.record}
        </button>
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          onClick={() => (busy ? undefined : leave.mutate(undefined, { onSuccess: toList }))}
        >
          {words.leave}
        </button>
        <Asked prompt="re-reading" />
      </div>
    </form>
  )
}
