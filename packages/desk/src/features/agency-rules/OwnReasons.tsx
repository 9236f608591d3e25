import { decisionKinds, type DecisionKind } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { Asked } from '../../ui/Asked.tsx'
import { useMessages } from '../../messages/messages.tsx'
import { desk, queryClient, reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { useSession } from '../people/session.ts'

const useReasonAct = <I, A>(send: (input: I) => Promise<A>) =>
  useMutation({
    mutationFn: send,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['listReasons'] }),
  })

/** The reasons for decisions that the agency added to the published ones. */
export const OwnReasons = () => {
  const t = useMessages()
  const words = t.discretion.reasons
  const { role } = useSession().actingFor
  const reasons = useQuery(reading('listReasons', {}))
  const retire = useReasonAct((reasonId: string) =>
    desk.call('retireReason', { params: { reasonId }, body: {} }),
  )
  return (
    <Section level={2} id="own-reasons" title={words.title} about={words.about}>
      {reasons.isError ? <ErrorNotice error={reasons.error} onRetry={() => void reasons.refetch()} /> : null}
      {reasons.data?.own.length === 0 ? <p className="muted">{words.none}</p> : null}
      <ul className="line-list">
        {reasons.data?.own.map((each) => (
          <li className="line" key={each.reasonId}>
            <span className="cluster">
              <span className="tag">{t.kinds[each.kind]}</span>
              <strong>{each.words}</strong>
              {each.retired ? <span className="tag tag-quiet">{words.retired}</span> : null}
              {!each.retired && mayEverDo('retireReason', role) ? (
                <button
                  type="button"
                  className="usa-button usa-button--unstyled small"
                  aria-label={words.retireNamed(each.words)}
                  onClick={() => (retire.isPending ? undefined : retire.mutate(each.reasonId))}
                >
                  {words.retire}
                </button>
              ) : null}
            </span>
            <span className="small muted">
              {words.by(each.added.by)}, <Moment at={each.added.at} />
            </span>
          </li>
        ))}
      </ul>
      {retire.isError ? <ErrorNotice error={retire.error} /> : null}
      {mayEverDo('addReason', role) ? <AddReason /> : null}
    </Section>
  )
}

const AddReason = () => {
  const t = useMessages()
  const words = t.discretion.reasons
  const id = useId()
  const [kind, setKind] = useState<DecisionKind>('decline')
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const add = useReasonAct((body: { kind: DecisionKind; words: string }) => desk.call('addReason', { body }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (text.trim() === '' || add.isPending) return
    add.mutate(
      { kind, words: text.trim() },
      {
        onSuccess: () => {
          setText('')
          setTried(false)
        },
      },
    )
  }
  return (
    <form className="stack route-form" onSubmit={submit}>
      <div>
        <label className="usa-label" htmlFor={`${id}-kind`}>
          {words.kind}
        </label>
        <select
          id={`${id}-kind`}
          className="usa-select"
          value={kind}
          onChange={(event) => setKind(decisionKinds.find((each) => each === event.target.value) ?? kind)}
        >
          {decisionKinds.map((each) => (
            <option key={each} value={each}>
              {t.kinds[each]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label className="usa-label" htmlFor={`${id}-words`}>
          {words.words}
        </label>
        <input
          id={`${id}-words`}
          className="usa-input"
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {tried && text.trim() === '' ? (
        <p className="field-error small" role="alert">
          {words.wordsMissing}
        </p>
      ) : null}
      {add.isError ? <ErrorNotice error={add.error} /> : null}
      <div className="cluster">
        <button type="submit" className="usa-button usa-button--small" aria-disabled={add.isPending}>
          {add.isPending ? words.adding : words.add}
        </button>
        <span role="status">{add.isSuccess && text === '' ? words.added : ''}</span>
      </div>
      <Asked prompt="own reason" />
    </form>
  )
}
