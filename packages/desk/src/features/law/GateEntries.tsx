import type { OpenFileAnswer } from '@opentipline/contract'
import { citationOf } from '@opentipline/domain'
import { useMessages } from '../../messages/messages.tsx'

/** What an answer of the gate rests on, each with how far its source was checked. */
export const GateEntries = ({ because }: Pick<OpenFileAnswer, 'because'>) => {
  const t = useMessages()
  if (because.length === 0) return null
  return (
    <ul className="plain-list small">
      {because.map((entry) => (
        <li key={entry.id}>
          <span lang="en">{citationOf(entry)}</span>{' '}
          <span className={`tag ${entry.status === 'verified' ? 'tag-quiet' : 'tag-warn'}`}>
            {t.law.statuses[entry.status]}
          </span>
        </li>
      ))}
    </ul>
  )
}
