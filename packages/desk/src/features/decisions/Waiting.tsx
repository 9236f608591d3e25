import type { DecisionView, TipDetail } from '@opentipline/contract'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { type Bindings, onKeys } from '../../ui/keys.ts'
import { Notice } from '../../ui/Notice.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { useSession } from '../people/session.ts'
import { useReferralAct } from '../referrals/useReferralAct.ts'
import { DecisionFacts } from './DecisionFacts.tsx'

type Props = { tip: TipDetail; decision: DecisionView; tipKeys: Bindings }

/** A decision that waits for a second person: shown to both, and answered by the second. */
export const Waiting = ({ tip, decision, tipKeys }: Props) => {
  const t = useMessages()
  const words = t.discretion.countersign
  const isOwn = useSession().person.personId === decision.decidedById
  return (
    <div className="stack pane-form" onKeyDown={onKeys(tipKeys)}>
      <h2 id="decide-title" tabIndex={-1}>
        {words.waits}
      </h2>
      <Notice tone="info">{words.waitsAbout}</Notice>
      <DecisionFacts decision={decision} />
      <hr />
      {isOwn ? (
        <TakeBack tipId={tip.row.tipId} decision={decision} />
      ) : (
        <Second tipId={tip.row.tipId} decision={decision} />
      )}
    </div>
  )
}

const TakeBack = ({ tipId, decision }: { tipId: string; decision: DecisionView }) => {
  const t = useMessages()
  const words = t.discretion.countersign
  const { decisionId } = decision
  const undo = useReferralAct(tipId, () => desk.call('undoDecision', { params: { decisionId } }))
  return (
    <>
      <p className="small">{words.own}</p>
      {undo.isError ? <ErrorNotice error={undo.error} /> : null}
      <button
        type="button"
        className="usa-button usa-button--outline"
        aria-disabled={undo.isPending}
        onClick={() => (undo.isPending ? undefined : undo.mutate(undefined))}
      >
        {words.takeBack}
      </button>
    </>
  )
}

const Second = ({ tipId, decision }: { tipId: string; decision: DecisionView }) => {
  const t = useMessages()
  const words = t.discretion.countersign
  const { decisionId } = decision
  const [refusing, setRefusing] = useState(false)
  const answer = useReferralAct(tipId, (body: { verdict: 'given' | 'refused'; because: string }) =>
    desk.call('countersignDecision', { params: { decisionId }, body }),
  )
  return (
    <>
      <div className="cluster">
        <button
          type="button"
          className="usa-button"
          aria-disabled={answer.isPending}
          onClick={() => (answer.isPending ? undefined : answer.mutate({ verdict: 'given', because: '' }))}
        >
          {words.agree}
        </button>
        <button
          type="button"
          className="usa-button usa-button--outline"
          aria-expanded={refusing}
          onClick={() => setRefusing(!refusing)}
        >
          {words.refuse}
        </button>
        <span role="status">{answer.isPending ? words.sending : ''}</span>
      </div>
      {refusing ? (
        <ReasonForm
          prompt="countersign"
          send={words.refuseSend}
          busy={answer.isPending}
          error={answer.error}
          onSend={(because) => answer.mutate({ verdict: 'refused', because })}
          onCancel={() => setRefusing(false)}
        />
      ) : answer.isError ? (
        <ErrorNotice error={answer.error} />
      ) : null}
    </>
  )
}
