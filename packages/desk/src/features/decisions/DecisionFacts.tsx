import type { CountersignView, DecisionView } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { reasonWords } from './draftRules.ts'
import { InForceThen } from './InForceThen.tsx'

/** One decision as it stands on record. */
export const DecisionFacts = ({ decision }: { decision: DecisionView }) => {
  const t = useMessages()
  return (
    <div className="stack-tight decision-facts">
      <p className="cluster">
        <strong>{t.kinds[decision.kind]}</strong>
        {decision.undoneAt ? <span className="tag tag-quiet">{t.decide.takenBack}</span> : null}
        <span className="small muted">
          {t.decide.by(decision.decidedBy)}, <Moment at={decision.decidedAt} />
        </span>
      </p>
      {decision.referTo ? (
        <p>
          {t.decide.referredTo} {decision.referTo.name}
        </p>
      ) : null}
      {decision.holdUntil ? (
        <p>
          {t.decide.heldUntil} <Moment at={decision.holdUntil} />
        </p>
      ) : null}
      <ul className="plain-list">
        {decision.reasons.map((code) => (
          <li key={code}>{decision.ownReasons?.[code] ?? reasonWords(decision.kind, code, t)}</li>
        ))}
      </ul>
      {decision.countersign ? <Countersigned countersign={decision.countersign} /> : null}
      {decision.note ? <p className="prose">{decision.note}</p> : null}
      <InForceThen decision={decision} />
      {decision.madeBefore.length > 0 ? (
        <Notice tone="warn">
          <strong>{t.decide.madeBefore}</strong>
          {decision.madeBefore.map((what) => (
            <span key={what}>{what}</span>
          ))}
        </Notice>
      ) : null}
    </div>
  )
}

/** What a second person said of it: it shows for ever. */
const Countersigned = ({ countersign }: { countersign: CountersignView }) => {
  const { countersign: words } = useMessages().discretion
  const { state, by, at, because } = countersign
  return (
    <p className="cluster small">
      {state === 'waiting' ? <span className="tag tag-warn">{words.waits}</span> : null}
      {state === 'given' && by ? <span>{words.given(by)}</span> : null}
      {state === 'refused' && by ? <strong>{words.refused(by)}</strong> : null}
      {at ? (
        <span className="muted">
          <Moment at={at} />
        </span>
      ) : null}
      {because ? <span>{because}</span> : null}
    </p>
  )
}
