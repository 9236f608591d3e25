import type { TipDetail } from '@opentipline/contract'
import type { Ref } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Key } from '../../ui/Key.tsx'
import { type Bindings, onKeys } from '../../ui/keys.ts'
import { Age, Moment } from '../../ui/Moment.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Score } from '../../ui/Score.tsx'
import { AssignLine } from '../leases/AssignLine.tsx'
import { LeaseLine } from '../leases/LeaseLine.tsx'
import { LabelLine } from '../labels/LabelLine.tsx'
import { LeadsElsewhere } from '../routing/LeadsElsewhere.tsx'
import { DownloadReport } from '../reports/DownloadReport.tsx'
import type { useTipMoves } from './neighbours.ts'
import { AsWritten, Told } from '../../ui/Told.tsx'

type Moves = ReturnType<typeof useTipMoves>
type Props = { tip: TipDetail; moves: Moves; tipKeys: Bindings; headRef: Ref<HTMLHeadingElement> }

/** What the tip is, at a glance: its kind, where from, and the two scores apart. */
export const TipHead = ({ tip, moves, tipKeys, headRef }: Props) => {
  const t = useMessages()
  const { row, assessment } = tip
  return (
    <header className="tip-head" onKeyDown={onKeys(tipKeys)}>
      <MoveBar tip={tip} moves={moves} />
      <div className="tip-title">
        <h1 id="tip-title" ref={headRef} tabIndex={-1}>
          {row.incidentType ? <AsWritten>{row.incidentType}</AsWritten> : t.queue.noType}
        </h1>
        <p className="cluster">
          <span>{row.provider ?? t.queue.noProvider}</span>
          <span className="muted">{t.queue.origins[row.origin] ?? row.origin}</span>
          <span>
            <Icon name="place" /> {row.place ?? t.queue.noPlace}
          </span>
          <span>
            {t.queue.available} <Age at={row.availableAt} />{' '}
            <span className="muted small">
              <Moment at={row.availableAt} />
            </span>
          </span>
        </p>
      </div>
      {assessment ? <TipScores tip={tip} /> : <Notice tone="warn">{t.tip.noAssessment}</Notice>}
      <LeadsElsewhere rerouted={row.rerouted} />
      <div className="tip-standing">
        <LeaseLine tip={tip} />
        <AssignLine tip={tip} />
        <LabelLine tip={tip} />
        <Provenance tip={tip} />
        <DownloadReport reportId={row.reportId} />
      </div>
    </header>
  )
}

const MoveBar = ({ tip: { row, position }, moves }: { tip: TipDetail; moves: Moves }) => {
  const t = useMessages()
  return (
    <div className="move-bar no-print">
      <button type="button" className="usa-button usa-button--unstyled" onClick={moves.toQueue}>
        <Icon name="left" /> {t.tip.back} <Key action="toQueue" />
      </button>
      <span className="muted small">
        {t.tip.tip} {row.tipId} · {t.tip.report} {row.reportId}
        {position === null ? '' : ` · ${t.tip.position(position, t.lanes[row.lane])}`}
      </span>
      <span className="cluster">
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          disabled={!moves.previous}
          onClick={moves.toPrevious}
        >
          <Icon name="left" /> {t.tip.previous} <Key action="previous" />
        </button>
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          disabled={!moves.next}
          onClick={moves.toNext}
        >
          {t.tip.next} <Key action="next" /> <Icon name="right" />
        </button>
      </span>
    </div>
  )
}

const TipScores = ({ tip: { row, assessment } }: { tip: TipDetail }) => {
  const t = useMessages()
  if (!assessment) return null
  return (
    <div className="tip-scores">
      <div>
        <span className="score-name">{t.queue.risk}</span>
        <Score kind="risk" value={assessment.risk} band={assessment.risk.band} />
        <span className="small muted">{t.queue.riskAbout}</span>
      </div>
      <div>
        <span className="score-name">{t.queue.actionability}</span>
        <Score kind="act" value={assessment.actionability.score} />
        <span className="small muted">{t.queue.actionabilityAbout}</span>
      </div>
      <div className="stack-tight">
        <span className="cluster">
          <span className={`tag ${row.lane === 'now' ? 'tag-strong' : ''}`}>{t.lanes[row.lane]}</span>
          <span className="tag">{row.label === 'referral' ? t.queue.referral : t.queue.informational}</span>
          {row.state === 'open' ? null : <span className="tag tag-warn">{t.states[row.state]}</span>}
          {row.amended ? <span className="tag tag-warn">{t.queue.amended}</span> : null}
        </span>
        <span className="small">
          <Told text={assessment.labelBecause} />
        </span>
        <span className="small muted">
          {t.tip.policyLine(assessment.policy.name, assessment.policy.version)}
        </span>
      </div>
    </div>
  )
}

const Provenance = ({ tip: { route, alsoWith } }: { tip: TipDetail }) => {
  const t = useMessages()
  return (
    <p className="cluster small">
      {route ? (
        <span>
          <span className="muted">{t.tip.routedHere}:</span> <Told text={route.because} />
        </span>
      ) : null}
      {alsoWith.length > 0 ? (
        <span>
          <span className="muted">{t.tip.alsoWith}:</span> {alsoWith.join(', ')}
        </span>
      ) : null}
    </p>
  )
}
