import { lawForces, lawStatuses, lawTopics, type LawView } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { Section } from '../../ui/Section.tsx'
import { EntryLine } from './EntryLine.tsx'
import { Touched } from './Touched.tsx'

/** Every entry, by force, mark and subject. */
export const Entries = ({ law }: { law: LawView }) => {
  const t = useMessages()
  const [force, setForce] = useState('')
  const [status, setStatus] = useState('')
  const [topic, setTopic] = useState('')
  const shown = law.entries.filter(
    (entry) =>
      (force === '' || entry.force === force) &&
      (status === '' || entry.status === status) &&
      (topic === '' || entry.topics.some((each) => each === topic)),
  )
  return (
    <Section level={2} id="entries" title={t.law.entries}>
      <div className="cluster" role="search" aria-label={t.law.entries}>
        <Choice
          label={t.law.force}
          value={force}
          options={lawForces}
          names={t.prompts.forces}
          onChoose={setForce}
        />
        <Choice
          label={t.law.status}
          value={status}
          options={lawStatuses}
          names={t.law.statuses}
          onChoose={setStatus}
        />
        <Choice
          label={t.law.topic}
          value={topic}
          options={lawTopics}
          names={t.law.topics}
          onChoose={setTopic}
        />
        <span role="status">{t.law.shown(shown.length, law.entries.length)}</span>
      </div>
      <ul className="line-list">
        {shown.map((entry) => (
          <EntryLine key={entry.id} entry={entry} own={law.own.includes(entry.id)}>
            {entry.openFile ? <Effect lawId={entry.id} /> : null}
          </EntryLine>
        ))}
      </ul>
    </Section>
  )
}

/** Counted only when somebody asks: it looks at the files of many tips. */
const Effect = ({ lawId }: { lawId: string }) => {
  const t = useMessages()
  const [asked, setAsked] = useState(false)
  const effect = useQuery({ ...reading('readLawEffect', { params: { lawId } }), enabled: asked })
  return (
    <details onToggle={() => setAsked(true)}>
      <summary>{t.law.effect}</summary>
      <p role="status">
        {effect.data ? t.law.effectIs(effect.data.files, effect.data.of) : t.common.loading}
      </p>
      {effect.data ? <Touched changes={effect.data} /> : null}
    </details>
  )
}

type ChoiceProps = {
  label: string
  value: string
  options: readonly string[]
  names: Readonly<Record<string, string>>
  onChoose: (value: string) => void
}

const Choice = ({ label, value, options, names, onChoose }: ChoiceProps) => {
  const t = useMessages()
  const id = useId()
  return (
    <div>
      <label className="usa-label" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="usa-select" value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t.law.any}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {names[option] ?? option}
          </option>
        ))}
      </select>
    </div>
  )
}
