import { useMessages } from '../messages/messages.tsx'
import { AsWritten } from './Told.tsx'

type ScoreProps = { kind: 'risk' | 'act'; value: { low: number; high: number }; band?: string }

/** Actionability ends at this many points under the shipped policy; more fill the bar, and the figures tell them. */
const actionabilityMax = 100
/** Points of risk at the middle of its bar. Risk has no highest value, so that its bar flattens towards the end. */
const riskMiddle = 100

/** Where a number of points stands on its bar, 0 to 100. The bars compare; the figures tell. */
export const barPosition = (kind: ScoreProps['kind'], points: number): number => {
  const from = Math.max(0, points)
  return kind === 'risk' ? (100 * from) / (from + riskMiddle) : Math.min(100, (100 * from) / actionabilityMax)
}

const figure = (value: number): string => String(Math.round(value))

const Bar = ({ kind, sure, possible }: { kind: ScoreProps['kind']; sure: number; possible: number }) => (
  <svg className={`bar bar-${kind}`} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect className="bar-track" width="100" height="8" />
    <rect className="bar-range" x={sure} width={Math.max(0, possible - sure)} height="8" />
    <rect className="bar-sure" width={sure} height="8" />
  </svg>
)

export const intervalText = ({ low, high }: { low: number; high: number }): string =>
  figure(low) === figure(high) ? figure(low) : `${figure(low)}–${figure(high)}`

/** One score as an interval: solid up to what is sure, pale up to what is possible, and the same in figures. */
export const Score = ({ kind, value, band }: ScoreProps) => {
  const t = useMessages()
  const name = kind === 'risk' ? t.queue.risk : t.queue.actionability
  return (
    <span className="score">
      <span className="score-line">
        <span className="score-figure" aria-hidden="true">
          {intervalText(value)}
        </span>
        {band ? (
          <span className="score-band">
            <AsWritten>{band}</AsWritten>
          </span>
        ) : null}
        <span className="sr-only">{t.queue.interval(name, figure(value.low), figure(value.high))}</span>
      </span>
      <Bar kind={kind} sure={barPosition(kind, value.low)} possible={barPosition(kind, value.high)} />
    </span>
  )
}
