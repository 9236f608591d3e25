import type { AgencyRuleVersion, AgencyRuleView } from '@opentipline/contract'
import { type AgencyRuleId, mayEverDo } from '@opentipline/domain'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { useSession } from '../people/session.ts'
import { ProposedRule } from './ProposedRule.tsx'
import { RuleForm } from './RuleForm.tsx'
import { useRuleWords } from './words.ts'
import { valueWords } from './valueWords.ts'

type Props = { id: AgencyRuleId; view: AgencyRuleView; secondPerson: boolean }

/** One rule: what it asks, what holds, how it came to hold, and the change of it. */
export const RuleCard = ({ id, view, secondPerson }: Props) => {
  const rw = useRuleWords()
  const words = rw.rules[id]
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
      aside={<span className="tag tag-quiet">{rw.force}</span>}
    >
      <p className="cluster">
        <span className="muted">{rw.holds}:</span>
        <strong>{valueWords(id, view.value, rw)}</strong>
        {mayEverDo('setAgencyRule', role) && !proposed ? (
          <button
            type="button"
            className="usa-button usa-button--outline usa-button--small"
            aria-expanded={changing}
            aria-label={rw.changeNamed(words.title)}
            onClick={() => setChanging(!changing)}
          >
            {rw.change}
          </button>
        ) : null}
      </p>
      {standing ? (
        <VersionFacts version={standing} />
      ) : (
        <p className="small muted">{rw.start(valueWords(id, view.start, rw))}</p>
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
  const rw = useRuleWords()
  return (
    <details>
      <summary>{rw.earlier(versions.length)}</summary>
      <ul className="line-list">
        {versions.map((each) => (
          <li className="line" key={each.version}>
            <span className="cluster">
              <strong>{valueWords(id, each.value, rw)}</strong>
              <span className="tag tag-quiet">{rw.states[each.state]}</span>
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
  const rw = useRuleWords()
  const t = useMessages()
  return (
    <p className="cluster small">
      <span>
        {rw.setBy(version.set.by)}, <Moment at={version.set.at} />
      </span>
      {version.approved ? (
        <span>
          {rw.approvedBy(version.approved.by)}, <Moment at={version.approved.at} />
        </span>
      ) : null}
      {version.inForceUntil ? (
        <span>
          {rw.until} <Moment at={version.inForceUntil} />
        </span>
      ) : null}
      <span className="muted">
        {t.policies.because}: {version.because}
      </span>
    </p>
  )
}
