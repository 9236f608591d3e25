import { useMessages } from '../messages/messages.tsx'

/** End of the scale that the bars are drawn to. Points beyond it fill the bar; the figures still tell them. */
export const scoreScaleMax = 100

const clamp = (value: number): number => Math.min(scoreScaleMax, Math.max(0, value))
export const figure = (value: number): string => String(Math.round(value))

const Bar = ({ kind, low, high }: { kind: 'risk' | 'act'; low: number; high: number }) => (
  <svg className={`bar bar-${kind}`} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect className="bar-track" width="100" height="8" />
    <rect className="bar-range" x={clamp(low)} width={Math.max(0, clamp(high) - clamp(low))} height="8" />
    <rect className="bar-sure" width={clamp(low)} height="8" />
  </svg>
)

export const intervalText = ({ low, high }: { low: number; high: number }): string =>
  figure(low) === figure(high) ? figure(low) : `${figure(low)}–${figure(high)}`

type ScoreProps = { kind: 'risk' | 'act'; value: { low: number; high: number }; band?: string }

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
        {band ? <span className="score-band">{band}</span> : null}
        <span className="sr-only">{t.queue.interval(name, figure(value.low), figure(value.high))}</span>
      </span>
      <Bar kind={kind} low={value.low} high={value.high} />
    </span>
  )
}
