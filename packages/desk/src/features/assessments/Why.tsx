import type { Assessment, Report, WhyEntry } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import { Section } from '../../ui/Section.tsx'
import { AuthorityLine, ForceLegend } from './AuthorityLine.tsx'
import { EvidenceLinks } from './EvidenceLinks.tsx'
import { AsWritten } from '../../ui/Told.tsx'

/** Why the tip stands where it stands: every rule that fired, by score, heaviest first. */
export const Why = ({ assessment, report }: { assessment: Assessment; report: Report }) => {
  const t = useMessages()
  return (
    <Section level={2} id="why" title={t.tip.why} about={t.tip.whyAbout}>
      <div className="two-scores">
        {(['risk', 'actionability'] as const).map((score) => (
          <div key={score} className={`why-column why-${score}`}>
            <h3>{score === 'risk' ? t.queue.risk : t.queue.actionability}</h3>
            <Rules rules={assessment.why.filter((rule) => rule.score === score)} report={report} />
          </div>
        ))}
      </div>
      <ForceLegend />
    </Section>
  )
}

const heaviestFirst = (a: WhyEntry, b: WhyEntry): number =>
  Number(b.floor !== undefined) - Number(a.floor !== undefined) || b.points - a.points

/** Rules that fired, heaviest first. */
export const Rules = ({ rules, report }: { rules: readonly WhyEntry[]; report: Report }) => {
  const t = useMessages()
  if (rules.length === 0) return <p className="muted">{t.tip.noRules}</p>
  return (
    <ul className="why-list">
      {rules.toSorted(heaviestFirst).map((rule) => (
        <li key={rule.rule} className="why-item">
          <span className="why-points">
            {rule.points ? (rule.points > 0 ? `+${rule.points}` : `−${-rule.points}`) : '·'}
            <span className="sr-only"> {t.tip.points(rule.points)}</span>
          </span>
          <div className="stack-tight">
            <span className="why-says">
              <AsWritten>{rule.says}</AsWritten>
            </span>
            {rule.floor ? <span className="tag tag-strong floor">{t.tip.floor(rule.floor)}</span> : null}
            <EvidenceLinks evidence={rule.evidence} report={report} />
            <AuthorityLine authority={rule.authority} />
          </div>
        </li>
      ))}
    </ul>
  )
}
