import type { CaseTip, CaseView } from '@opentipline/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { Moment } from '../../ui/Moment.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { Score } from '../../ui/Score.tsx'
import { Section } from '../../ui/Section.tsx'
import { useCaseWrite } from './useCaseWrite.ts'
import { AsWritten } from '../../ui/Told.tsx'

/** The tips of the case, each as it stands in the agency's queue. */
export const CaseTips = ({ view }: { view: CaseView }) => {
  const { cases: words } = useMessages().loop
  return (
    <Section level={2} id="case-tips" title={words.members}>
      <ul className="line-list">
        {view.tips.map((each) => (
          <TipLine
            key={each.row.tipId}
            tip={each}
            caseId={view.row.caseId}
            open={view.row.state === 'open'}
          />
        ))}
      </ul>
    </Section>
  )
}

const TipLine = ({ tip, caseId, open }: { tip: CaseTip; caseId: string; open: boolean }) => {
  const t = useMessages()
  const words = t.loop.cases
  const [asking, setAsking] = useState(false)
  const { row } = tip
  const remove = useCaseWrite((because: string) =>
    desk.call('removeFromCase', { params: { caseId, tipId: row.tipId }, body: { because } }),
  )
  return (
    <li className="line">
      <span className="cluster">
        <Link to="/tips/$tipId" params={{ tipId: row.tipId }} search={{}} className="strong">
          {t.tip.tip} {row.tipId}
        </Link>
        <span className="tag">{t.states[row.state]}</span>
        <Score kind="risk" value={row.risk} band={row.band} />
        {open && !asking ? (
          <button
            type="button"
            className="usa-button usa-button--unstyled small no-print"
            aria-label={words.removeTip(row.tipId)}
            onClick={() => setAsking(true)}
          >
            {words.remove}
          </button>
        ) : null}
      </span>
      <span className="small">
        <AsWritten>{[row.provider, row.incidentType, row.place].filter(Boolean).join(' · ')}</AsWritten>
      </span>
      <span className="small muted">
        <Moment at={tip.addedAt} />, {words.by(tip.addedBy)}
        {tip.alsoIn.map((other) => (
          <span key={other.caseId}>
            {' · '}
            {words.alsoIn}{' '}
            <Link to="/cases/$caseId" params={{ caseId: other.caseId }}>
              {other.title}
            </Link>
          </span>
        ))}
      </span>
      {asking ? (
        <ReasonForm
          send={words.remove}
          busy={remove.isPending}
          error={remove.error}
          onCancel={() => setAsking(false)}
          onSend={(because) => remove.mutate(because)}
        />
      ) : null}
    </li>
  )
}
