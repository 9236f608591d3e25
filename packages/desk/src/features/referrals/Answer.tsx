import { Asked } from '../../ui/Asked.tsx'
import { returnReasons, type TipDetail } from '@opentipline/contract'
import { type FormEvent, useId, useState } from 'react'
import { useMessages, useShownLanguage } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useReferralAct } from './useReferralAct.ts'

/** What another agency offers: accepted in one act, or returned with a reason. */
export const Answer = ({ tip }: { tip: TipDetail }) => {
  const t = useMessages()
  const words = t.discretion.referral
  const { tipId } = tip.row
  const offer = tip.referral?.steps.findLast(({ state }) => state === 'offered')
  const accept = useReferralAct(tipId, () => desk.call('acceptReferral', { params: { tipId }, body: {} }))
  return (
    <div className="stack pane-form">
      <h2 id="decide-title" tabIndex={-1}>
        {words.title}
      </h2>
      <p>{words.asks(offer?.from.name ?? '')}</p>
      {offer?.message ? <p className="prose">{offer.message}</p> : null}
      <button
        type="button"
        className="usa-button"
        aria-disabled={accept.isPending}
        onClick={() => (accept.isPending ? undefined : accept.mutate(undefined))}
      >
        {accept.isPending ? words.accepting : words.accept}
      </button>
      <p className="small muted">{words.nextOwner(tip.referral?.next.accept ?? '')}</p>
      {accept.isError ? <ErrorNotice error={accept.error} /> : null}
      <hr />
      <ReturnForm tip={tip} />
    </div>
  )
}

/** Gives a tip back to the agency it came from. */
export const ReturnForm = ({ tip }: { tip: TipDetail }) => {
  const t = useMessages()
  const words = t.discretion.referral
  const language = useShownLanguage()
  const id = useId()
  const { tipId } = tip.row
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const give = useReferralAct(tipId, () =>
    desk.call('returnReferral', { params: { tipId }, body: { reason, note: note.trim() } }),
  )
  const complete = reason !== '' && (reason !== 'other' || note.trim() !== '')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (complete && !give.isPending) give.mutate(undefined)
  }
  return (
    <form className="stack" onSubmit={submit}>
      <h3>{words.return}</h3>
      <p className="small muted">
        {words.returnAbout} {words.nextOwner(tip.referral?.next.return ?? '')}
      </p>
      <div>
        <label className="usa-label" htmlFor={`${id}-reason`}>
          {words.reason}
        </label>
        <select
          id={`${id}-reason`}
          className="usa-select"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        >
          <option value="">{words.chooseReason}</option>
          {returnReasons.map((each) => (
            <option key={each.code} value={each.code}>
              {language === 'es' ? each.es : each.words}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label className="usa-label" htmlFor={`${id}-note`}>
          {words.note} <span className="hint">{reason === 'other' ? words.noteNeeded : words.noteHint}</span>
        </label>
        <textarea
          id={`${id}-note`}
          className="usa-textarea"
          rows={2}
          maxLength={1800}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      {tried && !complete ? (
        <p className="field-error small" role="alert">
          {reason === '' ? words.chooseReason : words.noteNeeded}
        </p>
      ) : null}
      {give.isError ? <ErrorNotice error={give.error} /> : null}
      <button type="submit" className="usa-button usa-button--outline" aria-disabled={give.isPending}>
        {words.sendReturn}
      </button>
      <Asked prompt="referral returned" />
    </form>
  )
}
