import type { ClockView } from '@opentipline/contract'
import { isPrompt } from '@opentipline/domain'
import { useMessages } from '../../messages/messages.tsx'
import { capital } from '../../ui/capital.ts'
import { Asked } from '../../ui/Asked.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Age, Moment } from '../../ui/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { instantOf } from '../../ui/time.ts'
import { useNow } from '../../ui/useNow.ts'

const byTime = (a: ClockView, b: ClockView): number =>
  (instantOf(a.at) ?? Infinity) - (instantOf(b.at) ?? Infinity)

/** What is lost or due next, with where that comes from and how far it binds. */
export const Clocks = ({ clocks }: { clocks: readonly ClockView[] }) => {
  const t = useMessages()
  return (
    <Section level={2} id="clocks" title={t.tip.clocks}>
      {clocks.length === 0 ? <p className="muted">{t.tip.noClocks}</p> : null}
      <ul className="clock-list">
        {clocks.toSorted(byTime).map((clock) => (
          <ClockLine key={`${clock.name} ${clock.at}`} clock={clock} />
        ))}
      </ul>
    </Section>
  )
}

const ClockLine = ({ clock }: { clock: ClockView }) => {
  const t = useMessages()
  const past = (instantOf(clock.at) ?? Infinity) < useNow()
  return (
    <li className={`clock ${past ? 'is-past' : ''}`}>
      <Icon name="clock" />
      <div className="stack-tight">
        <span className="cluster">
          <strong>{capital(clock.name)}</strong>
          <span>
            <Age at={clock.at} />
          </span>
          <span className="muted small">
            <Moment at={clock.at} both />
          </span>
        </span>
        <span>{clock.says}</span>
        {past ? <span className="clock-past">{t.tip.clockPast}</span> : null}
        <span className="small">
          <span className={`tag force-${clock.force.replace(' ', '-')}`}>{t.tip.forces[clock.force]}</span>{' '}
          <span className="muted">
            {t.tip.forceAbout[clock.force]} · {clock.citation}
          </span>{' '}
          {isPrompt(clock.name) ? <Asked prompt={clock.name} /> : null}
        </span>
      </div>
    </li>
  )
}
