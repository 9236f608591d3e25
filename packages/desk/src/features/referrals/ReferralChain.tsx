import type { ReferralStep, ReferralView } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { reasonWords } from '../decisions/draftRules.ts'

/** The chain of a tip between agencies, as both see it. */
export const ReferralChain = ({ referral }: { referral: ReferralView }) => {
  const t = useMessages()
  const words = t.discretion.referral
  return (
    <Section level={2} id="between-agencies" title={words.title} about={words.about}>
      <p>
        <strong>{referral.ours ? words.ours : words.theirs(referral.owner.name)}</strong>
      </p>
      <ol className="line-list">
        {referral.steps.map((step) => (
          <Step key={step.referralId} step={step} />
        ))}
      </ol>
    </Section>
  )
}

const Step = ({ step }: { step: ReferralStep }) => {
  const t = useMessages()
  const words = t.discretion.referral
  return (
    <li className="line">
      <span className="cluster">
        <strong>{words[step.state](step.from.name, step.to.name)}</strong>
        <span className="tag tag-quiet">{words.states[step.state]}</span>
      </span>
      <span className="cluster small muted">
        <span>
          {words.offeredBy(step.offeredBy)}, <Moment at={step.offeredAt} />
        </span>
        {step.acceptedBy && step.acceptedAt ? (
          <span>
            {words.acceptedBy(step.acceptedBy)}, <Moment at={step.acceptedAt} />
          </span>
        ) : null}
        {step.endedBy && step.endedAt ? (
          <span>
            {words.endedBy(step.endedBy)}, <Moment at={step.endedAt} />
          </span>
        ) : null}
      </span>
      {step.reasons.length > 0 ? (
        <span className="small">{step.reasons.map((code) => reasonWords('refer', code, t)).join(' · ')}</span>
      ) : null}
      {step.message ? (
        <p className="prose">
          <span className="muted">{words.message}:</span> {step.message}
        </p>
      ) : null}
      {step.endedBecause ? <p className="prose">{step.endedBecause}</p> : null}
      {step.theirState ? <span className="small">{words.theirState(step.theirState)}</span> : null}
    </li>
  )
}
