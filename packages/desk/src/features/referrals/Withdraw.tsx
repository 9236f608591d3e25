import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { useReferralAct } from './useReferralAct.ts'

/** Takes an offer back that nobody accepted. */
export const Withdraw = ({ tipId }: { tipId: string }) => {
  const t = useMessages()
  const words = t.discretion.referral
  const [asked, setAsked] = useState(false)
  const act = useReferralAct(tipId, (because: string) =>
    desk.call('withdrawReferral', { params: { tipId }, body: { because } }),
  )
  return (
    <div className="stack">
      <p className="small muted">{words.withdrawAbout}</p>
      <button
        type="button"
        className="usa-button usa-button--outline"
        aria-expanded={asked}
        onClick={() => setAsked(!asked)}
      >
        {words.withdraw}
      </button>
      {asked ? (
        <ReasonForm
          prompt="offer withdrawn"
          send={words.withdraw}
          busy={act.isPending}
          error={act.error}
          onSend={(because) => act.mutate(because)}
          onCancel={() => setAsked(false)}
        />
      ) : null}
    </div>
  )
}
