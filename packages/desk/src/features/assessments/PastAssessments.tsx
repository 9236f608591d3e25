import type { AssessmentUnder, PolicyHead, Report } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages, useShownLanguage } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Score } from '../../ui/Score.tsx'
import { Section } from '../../ui/Section.tsx'
import { useSession } from '../people/session.ts'
import { type PastVersion, pastVersions } from './pastVersions.ts'
import { pastWords } from './pastWords.ts'
import { Rules } from './Why.tsx'
import { Told } from '../../ui/Told.tsx'

type Props = { tipId: string; report: Report }

/** The tip under every version of a policy that ever judged it, or could. Read, and recorded as read, only when asked for. */
export const PastAssessments = ({ tipId, report }: Props) => {
  const words = pastWords[useShownLanguage()]
  const { role } = useSession().actingFor
  const [asked, setAsked] = useState(false)
  const [chosen, setChosen] = useState<PolicyHead>()
  const kept = useQuery({ ...reading('listAssessments', { params: { tipId } }), enabled: asked })
  const policies = useQuery({ ...reading('listPolicies', {}), enabled: asked })
  if (!mayEverDo('readAssessment', role)) return null
  const fault = kept.error ?? policies.error
  const again = (): void => {
    void kept.refetch()
    void policies.refetch()
  }
  return (
    <Section level={2} id="past-assessments" title={words.title} about={words.about}>
      {asked ? null : (
        <button
          type="button"
          className="usa-button usa-button--outline usa-button--small no-print compare-ask"
          onClick={() => setAsked(true)}
        >
          {words.ask}
        </button>
      )}
      {asked && (kept.isPending || policies.isPending) && !fault ? <Loading /> : null}
      {fault ? <ErrorNotice error={fault} onRetry={again} /> : null}
      {kept.data && policies.data ? (
        <Versions versions={pastVersions(kept.data, policies.data)} onChoose={setChosen} />
      ) : null}
      {chosen ? <Under tipId={tipId} report={report} policy={chosen} /> : null}
    </Section>
  )
}

type VersionsProps = { versions: readonly PastVersion[]; onChoose: (policy: PolicyHead) => void }

const Versions = ({ versions, onChoose }: VersionsProps) => {
  const words = pastWords[useShownLanguage()]
  return (
    <div className="wide" tabIndex={0} role="group" aria-label={words.title}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.policy}</th>
            <th scope="col">{words.kept}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {versions.map(({ policy, times, lastAt, standing }) => (
            <tr key={`${policy.id} ${policy.version}`}>
              <th scope="row">
                {words.version(policy.name, policy.version)}{' '}
                {standing ? <span className="tag tag-good">{words.standing}</span> : null}
              </th>
              <td>
                {lastAt ? (
                  <>
                    {words.times(times)} <Moment at={lastAt} />
                  </>
                ) : (
                  <span className="muted">{words.never}</span>
                )}
              </td>
              <td>
                <button
                  type="button"
                  className="usa-button usa-button--unstyled no-print"
                  aria-label={words.readNamed(policy.name, policy.version)}
                  onClick={() => onChoose(policy)}
                >
                  {words.read}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type UnderProps = Props & { policy: PolicyHead }

const Under = ({ tipId, report, policy }: UnderProps) => {
  const words = pastWords[useShownLanguage()]
  const { id: policyId, version } = policy
  const under = useQuery({
    ...reading('readAssessment', { params: { tipId, policyId, version: String(version) } }),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  return (
    <div className="stack" aria-live="polite">
      <h3>{words.under(policy.name, version)}</h3>
      {under.isPending ? <Loading /> : null}
      {under.isError ? <ErrorNotice error={under.error} onRetry={() => void under.refetch()} /> : null}
      {under.data ? <Read under={under.data} report={report} /> : null}
    </div>
  )
}

const Read = ({ under: { assessment, madeAt }, report }: { under: AssessmentUnder; report: Report }) => {
  const t = useMessages()
  const words = pastWords[useShownLanguage()]
  const { risk, actionability, lane, labelBecause, why } = assessment
  return (
    <>
      <p className="small muted">
        {madeAt ? (
          <>
            {words.keptAt}: <Moment at={madeAt} />
          </>
        ) : (
          words.workedOut
        )}
      </p>
      <div className="two-scores">
        <div className="why-column why-risk">
          <h4>{t.queue.risk}</h4>
          <Score kind="risk" value={risk} band={risk.band} />
          <Rules rules={why.filter((rule) => rule.score === 'risk')} report={report} />
        </div>
        <div className="why-column why-actionability">
          <h4>{t.queue.actionability}</h4>
          <Score kind="act" value={actionability.score} />
          <Rules rules={why.filter((rule) => rule.score === 'actionability')} report={report} />
        </div>
      </div>
      <p className="cluster">
        <span className="tag">{t.lanes[lane]}</span>
        <span className="small">
          <Told text={labelBecause} />
        </span>
      </p>
    </>
  )
}
