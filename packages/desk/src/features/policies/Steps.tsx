import type { AgencyPolicy } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { Section } from '../../ui/Section.tsx'
import { useSession } from '../people/session.ts'
import { usePolicyAct } from './policyQuery.ts'

type Step = 'propose' | 'activate' | 'withdraw'
type Props = { own: AgencyPolicy; blocked: boolean; unsaved: boolean }

const useSteps = (own: AgencyPolicy) => {
  const params = { policyId: own.policyId, version: String(own.version) }
  return usePolicyAct(({ step, because }: { step: Step; because: string }): Promise<AgencyPolicy> => {
    if (step === 'propose') return desk.call('proposePolicy', { params, body: { because } })
    return desk.call(step === 'activate' ? 'activatePolicy' : 'withdrawPolicy', { params, body: {} })
  })
}

/** The steps of a version: proposed with a reason, activated by a second person, or taken back. */
export const Steps = ({ own, blocked, unsaved }: Props) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  const [asked, setAsked] = useState<Step>()
  const act = useSteps(own)
  const done = {
    propose: t.policies.proposedNow,
    activate: t.policies.activatedNow,
    withdraw: t.policies.withdrawnNow,
  }
  const mayPropose = own.state === 'draft' && mayEverDo('proposePolicy', role)
  const mayActivate = own.state === 'proposed' && mayEverDo('activatePolicy', role)
  const mayWithdraw = ['draft', 'proposed'].includes(own.state) && mayEverDo('withdrawPolicy', role)
  const run = (step: Step, because = ''): void => {
    if (!act.isPending) act.mutate({ step, because }, { onSuccess: () => setAsked(undefined) })
  }
  const ask = (step: Step): void => {
    act.reset()
    setAsked(step)
  }
  const way = (step: Step, name: string) => (
    <button
      type="button"
      className="usa-button usa-button--outline usa-button--small"
      aria-expanded={asked === step}
      aria-disabled={step === 'propose' && blocked}
      onClick={() => (step === 'propose' && blocked ? undefined : ask(step))}
    >
      {name}
    </button>
  )
  if (!mayPropose && !mayActivate && !mayWithdraw && !act.isSuccess) return null
  return (
    <Section level={2} id="steps" title={t.policies.next}>
      <div className="cluster">
        {mayPropose ? way('propose', t.policies.propose) : null}
        {mayActivate ? way('activate', t.policies.activate) : null}
        {mayWithdraw ? way('withdraw', t.policies.withdraw) : null}
        {mayPropose ? (
          <span className="small muted">{unsaved ? t.policies.saveFirst : t.policies.proposeAbout}</span>
        ) : null}
        {mayActivate ? <span className="small muted">{t.policies.activateAbout}</span> : null}
        {own.state === 'proposed' && !mayActivate ? <span>{t.policies.waitsForOther}</span> : null}
      </div>
      {asked === 'propose' ? (
        <ReasonForm
          send={t.policies.propose}
          busy={act.isPending}
          error={act.error}
          onCancel={() => setAsked(undefined)}
          onSend={(because) => run('propose', because)}
        />
      ) : null}
      {asked === 'activate' || asked === 'withdraw' ? (
        <Sure
          name={asked === 'activate' ? t.policies.activateSure : t.policies.withdrawSure}
          busy={act.isPending}
          error={act.error}
          onYes={() => run(asked)}
          onNo={() => setAsked(undefined)}
        />
      ) : null}
      <p role="status">
        {act.isSuccess && act.variables && own.state !== 'active' ? done[act.variables.step] : ''}
      </p>
    </Section>
  )
}

type SureProps = { name: string; busy: boolean; error: unknown; onYes: () => void; onNo: () => void }

/** Asks once more for a step that many will notice. */
const Sure = ({ name, busy, error, onYes, onNo }: SureProps) => {
  const t = useMessages()
  return (
    <div className="stack-tight">
      <div className="cluster">
        <button type="button" className="usa-button usa-button--small" aria-disabled={busy} onClick={onYes}>
          {name}
        </button>
        <button type="button" className="usa-button usa-button--unstyled" onClick={onNo}>
          {t.judging.cancel}
        </button>
        <span role="status">{busy ? t.policies.sending : ''}</span>
      </div>
      {error ? <ErrorNotice error={error} /> : null}
    </div>
  )
}
