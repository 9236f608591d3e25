import type { DecisionView, TipDetail } from '@opentipline/contract'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk, queryClient } from '../../platform/api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { type Bindings, onKeys } from '../../ui/keys.ts'
import { useInForceWords } from '../law/inForceWords.ts'
import { renewQueues } from '../tips/queueQuery.ts'
import { ReturnForm } from '../referrals/Answer.tsx'
import { Withdraw } from '../referrals/Withdraw.tsx'
import { DecisionFacts } from './DecisionFacts.tsx'

const useReopen = (tipId: string) =>
  useMutation({
    mutationFn: (note: string) => desk.call('reopenTip', { params: { tipId }, body: { note } }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['readTip', { params: { tipId } }] })
      void renewQueues()
    },
  })

type Props = { tip: TipDetail; decision: DecisionView | undefined; tipKeys: Bindings }

/** The decision on record, and the way back: to the queue, from another agency, or to the one it came from. */
export const Standing = ({ tip, decision, tipKeys }: Props) => {
  const t = useMessages()
  const words = useInForceWords()
  const { referral, row } = tip
  const theirs = referral !== undefined && referral !== null && !referral.ours
  return (
    <div className="stack pane-form" onKeyDown={onKeys(tipKeys)}>
      <h2 id="decide-title" tabIndex={-1}>
        {decision ? t.decide.standing : t.states[row.state]}
      </h2>
      {decision ? <DecisionFacts decision={decision} /> : null}
      {decision?.kind === 'decline' ? (
        <a className="small no-print" href="#make-decline-memorandum">
          {words.memorandum}
        </a>
      ) : null}
      <hr />
      {referral?.may.includes('withdraw') ? <Withdraw tipId={row.tipId} /> : null}
      {theirs ? <p className="small">{t.discretion.referral.reopenNotYours}</p> : null}
      {!theirs && row.state !== 'offered' ? <Reopen tipId={row.tipId} /> : null}
      {referral?.may.includes('return') ? <ReturnForm tip={tip} /> : null}
    </div>
  )
}

const Reopen = ({ tipId }: { tipId: string }) => {
  const t = useMessages()
  const id = useId()
  const [note, setNote] = useState('')
  const reopen = useReopen(tipId)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!reopen.isPending) reopen.mutate(note.trim())
  }
  return (
    <form className="stack" onSubmit={submit}>
      <p className="small muted">{t.decide.reopenAbout}</p>
      <div>
        <label className="usa-label" htmlFor={id}>
          {t.decide.reopenNote} <span className="hint">{t.decide.noteHint}</span>
        </label>
        <textarea
          id={id}
          className="usa-textarea"
          rows={2}
          maxLength={4000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      {reopen.isError ? <ErrorNotice error={reopen.error} /> : null}
      <button type="submit" className="usa-button usa-button--outline" aria-disabled={reopen.isPending}>
        {reopen.isPending ? t.decide.reopening : t.decide.reopen}
      </button>
      <Asked prompt="reopening" />
    </form>
  )
}
