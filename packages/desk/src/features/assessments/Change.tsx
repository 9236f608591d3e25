import type { Assessment, UnknownEntry } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import { Section } from '../../ui/Section.tsx'
import { intervalText } from '../../ui/Score.tsx'
import { AsWritten, Told } from '../../ui/Told.tsx'

type Outcome = UnknownEntry['ifTrue']

/** Unknowns shown before the rest is folded: the largest moves come first, and few act on the tenth. */
const shownMax = 5

/** Each unknown: what the tip would become either way, and the act that finds out. Largest move first. */
export const Change = ({ assessment, position }: { assessment: Assessment; position: number | null }) => {
  const t = useMessages()
  const lines = assessment.unknown.map((unknown) => (
    <ChangeLine key={unknown.signal} unknown={unknown} now={assessment} position={position} />
  ))
  const folded = lines.slice(shownMax)
  return (
    <Section level={2} id="change" title={t.tip.change} about={t.tip.changeAbout}>
      {lines.length === 0 ? <p className="muted">{t.tip.noUnknowns}</p> : null}
      <ul className="change-list">{lines.slice(0, shownMax)}</ul>
      {folded.length > 0 ? (
        <details>
          <summary>{t.tip.moreUnknowns(folded.length)}</summary>
          <ul className="change-list">{folded}</ul>
        </details>
      ) : null}
    </Section>
  )
}

type LineProps = { unknown: UnknownEntry; now: Assessment; position: number | null }

const ChangeLine = ({ unknown, now, position }: LineProps) => {
  const t = useMessages()
  return (
    <li className="change-item">
      <div className="stack-tight">
        <strong>{t.questionWords[unknown.says] ?? unknown.says}</strong>
        <span>
          <span className="muted">{t.tip.act}:</span> <Told text={unknown.act} />
        </span>
        {unknown.providerAdvice ? (
          <span className="small muted">
            {t.tip.advice}: <Told text={unknown.providerAdvice} />
          </span>
        ) : null}
      </div>
      <OutcomeView name={t.tip.ifTrue} outcome={unknown.ifTrue} now={now} position={position} />
      <OutcomeView name={t.tip.ifFalse} outcome={unknown.ifFalse} now={now} position={position} />
    </li>
  )
}

const isSame = (outcome: Outcome, now: Assessment): boolean =>
  outcome.band === now.risk.band &&
  outcome.lane === now.lane &&
  intervalText(outcome.risk) === intervalText(now.risk) &&
  intervalText(outcome.actionability) === intervalText(now.actionability.score)

type OutcomeProps = { name: string; outcome: Outcome; now: Assessment; position: number | null }

const OutcomeView = ({ name, outcome, now, position }: OutcomeProps) => {
  const t = useMessages()
  const lane = t.lanes[outcome.lane]
  const moves = outcome.place !== undefined && outcome.place !== position
  return (
    <div className="outcome">
      <span className="outcome-name">{name}</span>
      {isSame(outcome, now) && !moves ? (
        <span className="muted">{t.tip.same}</span>
      ) : (
        <>
          <span>
            <AsWritten>
              {outcome.band === now.risk.band ? outcome.band : <strong>{outcome.band}</strong>}
            </AsWritten>{' '}
            · {outcome.lane === now.lane ? lane : <strong>{lane}</strong>}
          </span>
          <Place outcome={outcome} now={now} position={position} />
          <span className="small muted">
            {t.queue.risk} {intervalText(outcome.risk)} · {t.queue.actionability}{' '}
            {intervalText(outcome.actionability)}
          </span>
        </>
      )}
    </div>
  )
}

/** Where it would stand in the queue, beside where it stands now. */
const Place = ({ outcome, now, position }: Omit<OutcomeProps, 'name'>) => {
  const t = useMessages()
  const { place, lane } = outcome
  if (place === undefined || position === null) return null
  if (place === position && lane === now.lane)
    return <span className="small">{t.tip.position(place, t.lanes[lane])}</span>
  return (
    <span className="small">
      {t.tip.position(position, t.lanes[now.lane])} →{' '}
      <strong>{t.tip.wouldStand(place, t.lanes[lane])}</strong>
    </span>
  )
}
