import type { ClockView } from '@opentipline/contract'
import { isPrompt } from '@opentipline/domain'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { Asked } from '../../ui/Asked.tsx'
import { capital } from '../../ui/capital.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Age, Moment } from '../../ui/Moment.tsx'
import { instantOf } from '../../ui/time.ts'
import { useNow } from '../../ui/useNow.ts'

/** One clock: what ends and when, whether anything is due, by whose word, and how certain that is. */
export const ClockLine = ({ clock, head }: { clock: ClockView; head?: ReactNode }) => {
  const t = useMessages()
  const past = (instantOf(clock.at) ?? Infinity) < useNow()
  const prompt = clock.kind === 'agency time' ? clock.kind : clock.name
  return (
    <li className={`clock ${past ? 'is-past' : ''}`}>
      <Icon name="clock" />
      <div className="stack-tight">
        <span className="cluster clock-head">
          {head}
          <strong>{t.clocks.names[clock.name] ?? capital(clock.name)}</strong>
          <span className={`tag ${clock.what === 'due' ? 'tag-warn' : 'tag-quiet'}`}>
            {t.clocks.whats[clock.what]}
          </span>
          <strong>
            <Age at={clock.at} />
          </strong>
          <span className="muted small">
            <Moment at={clock.at} both />
          </span>
        </span>
        <span>{t.clocks.sentence(clock.says)}</span>
        {past ? <span className="clock-past">{t.tip.clockPast}</span> : null}
        <span className="small">
          <span className={`tag force-${clock.force.replace(' ', '-')}`}>{t.tip.forces[clock.force]}</span>{' '}
          <span className="muted">
            {t.tip.forceAbout[clock.force]} · {t.clocks.sentence(clock.citation)}
          </span>{' '}
          {isPrompt(prompt) ? <Asked prompt={prompt} told /> : null}{' '}
          <span className="muted">
            {capital(t.clocks.certainty[clock.certainty] ?? clock.certainty)}:{' '}
            {t.clocks.sentence(clock.certaintySays)} {t.clocks.source} {t.clocks.sentence(clock.source)}.
          </span>
        </span>
      </div>
    </li>
  )
}
