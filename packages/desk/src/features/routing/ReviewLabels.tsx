import type { ReviewedLabel } from '@opentipline/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { Moment } from '../../ui/Moment.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { useClearinghouseWords } from './words.ts'
import { AsWritten, Told } from '../../ui/Told.tsx'

type Label = ReviewedLabel['computed'] | null
type Props = { labels: readonly ReviewedLabel[]; onSaved: () => void }

/** Reports with their computed labels, and the clearinghouse's word beside each: never in its place. */
export const ReviewLabels = ({ labels, onSaved }: Props) => (
  <ul className="line-list">
    {labels.map((each) => (
      <LabelLine key={each.reportId} report={each} onSaved={onSaved} />
    ))}
  </ul>
)

const LabelLine = ({ report, onSaved }: { report: ReviewedLabel; onSaved: () => void }) => {
  const t = useMessages()
  const { review: words } = useClearinghouseWords()
  const { reportId, said } = report
  const [wish, setWish] = useState<{ label: Label }>()
  const set = useMutation({
    mutationFn: (body: { label: Label; because: string }) =>
      desk.call('labelReport', { params: { reportId }, body }),
    onSuccess: () => {
      setWish(undefined)
      onSaved()
    },
  })
  const standing = said?.label ?? report.computed
  const other = standing === 'referral' ? 'informational' : 'referral'
  const name = (label: Label): string =>
    label === null ? words.backToComputed : words.setTo(t.judging.labels[label] ?? label)
  const choices: readonly Label[] = said && said.label !== null ? [other, null] : [other]
  return (
    <li className="line">
      <span className="cluster">
        <strong>{reportId}</strong>
        <span>{report.incidentType ? <AsWritten>{report.incidentType}</AsWritten> : t.queue.noType}</span>
        <span className={report.provider ? '' : 'muted'}>{report.provider ?? t.queue.noProvider}</span>
      </span>
      <span className="small">
        <span className="muted">{t.judging.computed}:</span>{' '}
        {t.judging.labels[report.computed] ?? report.computed} · <Told text={report.computedBecause} />
      </span>
      {said ? (
        <span className="cluster small">
          <span className="tag tag-warn">
            {said.label === null
              ? t.judging.wentBack(said.by)
              : t.judging.setBy(t.judging.labels[said.label] ?? said.label, said.by)}
          </span>
          <span>
            <Moment at={said.at} /> · {said.because}
          </span>
        </span>
      ) : null}
      {wish ? (
        <ReasonForm
          send={name(wish.label)}
          busy={set.isPending}
          error={set.error}
          onSend={(because) => set.mutate({ ...wish, because })}
          onCancel={() => setWish(undefined)}
        />
      ) : (
        <span className="cluster small no-print">
          {choices.map((label) => (
            <button
              key={label ?? ''}
              type="button"
              className="usa-button usa-button--unstyled"
              aria-label={words.ofReport(name(label), reportId)}
              onClick={() => {
                set.reset()
                setWish({ label })
              }}
            >
              {name(label)}
            </button>
          ))}
        </span>
      )}
    </li>
  )
}
