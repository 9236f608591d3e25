import type { Amendments as View, Report, StatedChange } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { pointerWords } from '../assessments/pointerWords.ts'

type Props = { tipId: string; report: Report }

/** What changed since the tip came, by voice. It is asked for, since looking at earlier revisions is recorded. */
export const Amendments = ({ tipId, report }: Props) => {
  const t = useMessages()
  const [asked, setAsked] = useState(false)
  const amendments = useQuery({
    ...reading('readAmendments', { params: { tipId } }),
    enabled: asked,
    staleTime: Infinity,
  })
  return (
    <Section level={2} id="amendments" title={t.finding.amendments} about={t.finding.amendmentsAbout}>
      {asked ? null : (
        <p className="no-print">
          <button
            type="button"
            className="usa-button usa-button--outline usa-button--small"
            onClick={() => setAsked(true)}
          >
            {t.finding.amendmentsShow}
          </button>
        </p>
      )}
      {asked && amendments.isPending ? <Loading /> : null}
      {amendments.isError ? (
        <ErrorNotice error={amendments.error} onRetry={() => void amendments.refetch()} />
      ) : null}
      {amendments.data ? <Told amendments={amendments.data} report={report} /> : null}
    </Section>
  )
}

const Told = ({ amendments: { stated, derived }, report }: { amendments: View; report: Report }) => {
  const t = useMessages()
  return (
    <div className="stack">
      <h3>{t.tip.stated}</h3>
      {stated.length === 0 ? <p className="muted">{t.finding.oneRevision}</p> : null}
      {stated.map((revision) => (
        <div key={revision.revision} className="sub-card stack-tight">
          <h4>
            {t.finding.revision(revision.revision)}{' '}
            <span className="muted small">
              <Moment at={revision.receivedAt} />
            </span>
          </h4>
          {revision.changes.length === 0 ? <p className="muted">{t.finding.noChanges}</p> : null}
          <ul className="line-list">
            {revision.changes.map((change) => (
              <ChangeLine key={change.at} change={change} report={report} />
            ))}
          </ul>
          {revision.changeCount > revision.changes.length ? (
            <p className="muted">{t.finding.moreChanges(revision.changeCount - revision.changes.length)}</p>
          ) : null}
        </div>
      ))}
      <h3>{t.tip.derived}</h3>
      {derived.length === 0 ? <p className="muted">{t.finding.noNews}</p> : null}
      <ul className="line-list">
        {derived.map(({ signal, question, before, after, at }, index) => (
          <li key={`${signal} ${index}`} className="line">
            <span>{t.questionWords[question] ?? question}</span>
            <span className="cluster">
              <del>{t.finding.truth[before]}</del>
              <ins>{t.finding.truth[after]}</ins>
              <span className="muted small">
                <Moment at={at} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The words say which is which; the lines through and under only repeat it. */
const ChangeLine = ({ change, report }: { change: StatedChange; report: Report }) => {
  const t = useMessages()
  return (
    <li className="line">
      <span>
        <span className="tag">{t.finding.changeKinds[change.kind]}</span> {pointerWords(change.at, report, t)}
      </span>
      <span className="cluster change-values">
        {change.kind === 'added' ? null : (
          <span>
            <span className="muted small">{t.finding.before}</span> <del>{change.before}</del>
          </span>
        )}
        {change.kind === 'removed' ? null : (
          <span>
            <span className="muted small">{t.finding.after}</span> <ins>{change.after}</ins>
          </span>
        )}
      </span>
    </li>
  )
}
