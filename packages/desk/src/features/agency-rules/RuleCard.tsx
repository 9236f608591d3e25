import type { AgencyRuleVersion, AgencyRuleView } from '@opentipline/contract'
import { type AgencyRuleId, mayEverDo } from '@opentipline/domain'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { useSession } from '../people/session.ts'
import { ProposedRule } from './ProposedRule.tsx'
import { RuleForm } from './RuleForm.tsx'
import { valueWords } from './valueWords.ts'

type Props = { id: AgencyRuleId; view: AgencyRuleView; secondPerson: boolean }

/** One rule: what it asks, what holds, how it came to hold, and the change of it. */
export const RuleCard = ({ id, view, secondPerson }: Props) => {
  const t = useMessages()
  const words = t.agencyRules.rules[id]
  const { role } = useSession().actingFor
  const [changing, setChanging] = useState(false)
  const [said, setSaid] = useState('')
  const proposed = view.versions.find(({ state }) => state === 'proposed')
  const standing = view.versions.find(({ state }) => state === 'in force')
  return (
    <Section
      level={2}
      id={`rule-${id}`}
      title={words.title}
      about={words.about}
      aside={<span className="tag tag-quiet">{t.agencyRules.force}</span>}
    >
      <p className="cluster">
        <span className="muted">{t.agencyRules.holds}:</span>
        <strong>{valueWords(id, view.value, t)}</strong>
        {mayEverDo('setAgencyRule', role) && !proposed ? (
          <button
            type="button"
            className="usa-button usa-button--outline usa-button--small"
            aria-expanded={changing}
            aria-label={t.agencyRules.changeNamed(words.title)}
            onClick={() => setChanging(!changing)}
          >
            {t.agencyRules.change}
          </button>
        ) : null}
      </p>
      {standing ? (
        <VersionFacts version={standing} />
      ) : (
        <p className="small muted">{t.agencyRules.start(valueWords(id, view.start, t))}</p>
      )}
      {changing && !proposed ? (
        <RuleForm
          id={id}
          value={view.value}
          secondPerson={secondPerson}
          onDone={(told) => {
            setChanging(false)
            setSaid(told)
          }}
          onCancel={() => setChanging(false)}
        />
      ) : null}
      {proposed ? <ProposedRule id={id} proposed={proposed} onDone={setSaid} /> : null}
      <p role="status" className="small">
        {said}
      </p>
      {view.versions.length > 1 ? <Versions id={id} versions={view.versions} /> : null}
    </Section>
  )
}

const Versions = ({ id, versions }: { id: AgencyRuleId; versions: readonly AgencyRuleVersion[] }) => {
  const t = useMessages()
  return (
    <details>
      <summary>{t.agencyRules.earlier(versions.length)}</summary>
      <ul className="line-list">
        {versions.map((each) => (
          <li className="line" key={each.version}>
            <span className="cluster">
              <strong>{valueWords(id, each.value, t)}</strong>
              <span className="tag tag-quiet">{t.agencyRules.states[each.state]}</span>
            </span>
            <VersionFacts version={each} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Who set a version, who approved it, why, and from when to when it held. */
const VersionFacts = ({ version }: { version: AgencyRuleVersion }) => {
  const t = useMessages()
  return (
    <p className="cluster small">
      <span>
        {t.agencyRules.setBy(version.set.by)}, <Moment at={version.set.at} />
      </span>
      {version.approved ? (
        <span>
          {t.agencyRules.approvedBy(version.approved.by)}, <Moment at={version.approved.at} />
        </span>
      ) : null}
      {version.inForceUntil ? (
        <span>
          {t.agencyRules.until} <Moment at={version.inForceUntil} />
        </span>
      ) : null}
      <span className="muted">
        {t.policies.because}: {version.because}
      </span>
    </p>
  )
}
