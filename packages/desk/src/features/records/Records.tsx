import type { RecordView, TipDetail } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { Moment } from '../../ui/Moment.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { Section } from '../../ui/Section.tsx'
import { useSession } from '../people/session.ts'
import { useTipWrite } from '../tips/useTipWrite.ts'
import { RecordForm } from './RecordForm.tsx'

/** What officers recorded from the agency's own records, those withdrawn among them, and a place to record. */
export const Records = ({ tip }: { tip: TipDetail }) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  const records = tip.records ?? []
  return (
    <Section id="records" title={t.judging.records} about={t.judging.recordsAbout}>
      {records.length === 0 ? <p className="muted">{t.judging.noRecords}</p> : null}
      <ul className="line-list">
        {records.map((each) => (
          <RecordLine
            key={each.recordId}
            tipId={tip.row.tipId}
            record={each}
            may={mayEverDo('withdrawRecord', role)}
          />
        ))}
      </ul>
      {mayEverDo('recordIntelligence', role) ? <RecordForm tip={tip} /> : null}
    </Section>
  )
}

type LineProps = { tipId: string; record: RecordView; may: boolean }

const RecordLine = ({ tipId, record, may }: LineProps) => {
  const t = useMessages()
  const [open, setOpen] = useState(false)
  const { recordId, withdrawn } = record
  const withdraw = useTipWrite(tipId, (because: string) =>
    desk.call('withdrawRecord', { params: { tipId, recordId }, body: { because } }),
  )
  return (
    <li className="line" data-at={`record:${recordId}`}>
      <span className="cluster">
        <strong>{t.questionWords[record.says] ?? record.says}</strong>
        <span className={`tag ${withdrawn ? 'tag-quiet' : ''}`}>{t.judging.answers[record.value]}</span>
        {may && !withdrawn && !open ? (
          <button
            type="button"
            className="usa-button usa-button--unstyled small no-print"
            aria-label={t.judging.withdrawRecord(t.questionWords[record.says] ?? record.says)}
            onClick={() => setOpen(true)}
          >
            {t.judging.withdraw}
          </button>
        ) : null}
      </span>
      <p className="prose">{record.note}</p>
      <span className="small muted">
        {record.by}, <Moment at={record.at} />
      </span>
      {withdrawn ? (
        <span className="small">
          {t.judging.withdrawn(withdrawn.by)}, <Moment at={withdrawn.at} /> · {withdrawn.because}
        </span>
      ) : null}
      {open ? (
        <ReasonForm
          send={t.judging.withdraw}
          busy={withdraw.isPending}
          error={withdraw.error}
          onCancel={() => setOpen(false)}
          onSend={(because) => withdraw.mutate(because, { onSuccess: () => setOpen(false) })}
        />
      ) : null}
      <span role="status" className="small">
        {withdraw.isSuccess ? t.judging.recordWithdrawn : ''}
      </span>
    </li>
  )
}
