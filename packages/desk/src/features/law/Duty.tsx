import type { LawView } from '@opentipline/contract'
import { dutyToInvestigate } from '@opentipline/domain'
import { useMessages } from '../../messages/messages.tsx'
import { Section } from '../../ui/Section.tsx'
import { EntryLine } from './EntryLine.tsx'
import { packOf, today } from './lawQuery.ts'

/** Is there a duty to investigate? Told by parts, as far as the entries go; a part without one is not known. */
export const Duty = ({ law }: { law: LawView }) => {
  const t = useMessages()
  const { parts } = dutyToInvestigate(packOf(law), law.forum, today())
  return (
    <Section level={2} id="duty" title={t.law.duty}>
      <p>
        <strong>{t.law.dutyConclusion}</strong>
      </p>
      {parts.map(({ part, entries }) => (
        <details key={part}>
          <summary>
            {t.law.dutyParts[part]} ({entries.length})
          </summary>
          {entries.length === 0 ? <p className="muted">{t.law.dutyEmpty}</p> : null}
          <ul className="line-list">
            {entries.map((entry) => (
              <EntryLine key={entry.id} entry={entry} own={law.own.includes(entry.id)} />
            ))}
          </ul>
        </details>
      ))}
    </Section>
  )
}
