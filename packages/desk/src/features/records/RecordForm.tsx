import type { Assessment, RecordRequest, TipDetail } from '@opentipline/contract'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { intervalText } from '../../ui/Score.tsx'
import { useTipWrite } from '../tips/useTipWrite.ts'
import { recordable } from './recordable.ts'

type Draft = { signal: string; value: RecordRequest['value'] | undefined; note: string }
const empty: Draft = { signal: '', value: undefined, note: '' }

/** Records one answer; then says where the tip stood before it and where it stands now. */
export const RecordForm = ({ tip }: { tip: TipDetail }) => {
  const t = useMessages()
  const { tipId } = tip.row
  const [draft, setDraft] = useState(empty)
  const [tried, setTried] = useState(false)
  const [before, setBefore] = useState<Assessment | null>(null)
  const add = useTipWrite(tipId, (body: RecordRequest) =>
    desk.call('recordIntelligence', { params: { tipId }, body }),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    const { signal, value } = draft
    const note = draft.note.trim()
    if (signal === '' || value === undefined || note === '' || add.isPending) return
    setBefore(tip.assessment)
    const onSuccess = (): void => {
      setDraft(empty)
      setTried(false)
    }
    add.mutate({ signal, value, note }, { onSuccess })
  }
  const incomplete = draft.signal === '' || draft.value === undefined || draft.note.trim() === ''
  return (
    <form className="stack add-note no-print" onSubmit={submit}>
      <h4>{t.judging.addRecord}</h4>
      <RecordFields draft={draft} onDraft={setDraft} />
      {tried && incomplete ? (
        <p className="field-error" role="alert">
          {t.judging.recordMissing}
        </p>
      ) : null}
      {add.isError ? <ErrorNotice error={add.error} /> : null}
      <div className="cluster">
        <button
          type="submit"
          className="usa-button usa-button--outline usa-button--small"
          aria-disabled={add.isPending}
        >
          {t.judging.saveRecord}
        </button>
        <div role="status">
          {add.isPending ? t.judging.sending : ''}
          {add.isSuccess ? <Rejudged before={before} now={tip.assessment} /> : null}
        </div>
      </div>
      <Asked prompt="record" />
    </form>
  )
}

type FieldsProps = { draft: Draft; onDraft: (draft: Draft) => void }

const RecordFields = ({ draft, onDraft }: FieldsProps) => {
  const t = useMessages()
  const id = useId()
  return (
    <>
      <div>
        <label className="usa-label" htmlFor={`${id}-signal`}>
          {t.judging.question}
        </label>
        <select
          id={`${id}-signal`}
          className="usa-select"
          value={draft.signal}
          onChange={(event) => onDraft({ ...draft, signal: event.target.value })}
        >
          <option value="">{t.judging.chooseQuestion}</option>
          {recordable.map(({ name, question }) => (
            <option key={name} value={name}>
              {t.questionWords[question] ?? question}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="answer-field">
        <legend className="usa-label">{t.judging.answer}</legend>
        <span className="cluster">
          {(['true', 'false'] as const).map((value) => (
            <label key={value}>
              <input
                type="radio"
                name={`${id}-value`}
                checked={draft.value === value}
                onChange={() => onDraft({ ...draft, value })}
              />{' '}
              {t.judging.answers[value]}
            </label>
          ))}
        </span>
      </fieldset>
      <div>
        <label className="usa-label" htmlFor={`${id}-note`}>
          {t.judging.note}
        </label>
        <textarea
          id={`${id}-note`}
          className="usa-textarea"
          rows={2}
          maxLength={4000}
          value={draft.note}
          onChange={(event) => onDraft({ ...draft, note: event.target.value })}
        />
      </div>
    </>
  )
}

const Rejudged = ({ before, now }: { before: Assessment | null; now: Assessment | null }) => {
  const t = useMessages()
  const place = (each: Assessment): string =>
    [
      each.risk.band,
      t.lanes[each.lane],
      `${t.queue.risk} ${intervalText(each.risk)}`,
      `${t.queue.actionability} ${intervalText(each.actionability.score)}`,
    ].join(' · ')
  const same = before && now && place(before) === place(now)
  return (
    <span className="stack-tight small">
      <span>{t.judging.recordSaved}</span>
      {same ? <span>{t.judging.unchanged}</span> : null}
      {before && now && !same ? (
        <>
          <span>
            <span className="muted">{t.judging.before}:</span> {place(before)}
          </span>
          <span>
            <span className="muted">{t.judging.now}:</span> <strong>{place(now)}</strong>
          </span>
        </>
      ) : null}
    </span>
  )
}
