import type { ChecklistItem, GuidanceNote } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import { Force } from '../../ui/Force.tsx'
import { useChecklistWords } from './useChecklistWords.ts'

type Given = Pick<ChecklistItem | GuidanceNote, 'force' | 'status' | 'citation' | 'source' | 'date'>

/** How far something binds, how far its source was checked, and the source. It stands wherever the words stand. */
export const Sourced = ({ given }: { given: Given }) => {
  const t = useMessages()
  const words = useChecklistWords()
  return (
    <span className="small muted sourced">
      <Force force={given.force} />{' '}
      <span className={`tag ${given.status === 'verified' ? 'tag-quiet' : 'tag-warn'}`}>
        {t.law.statuses[given.status]}
      </span>{' '}
      <span lang="en">{given.citation}</span>{' '}
      <details className="inline-details">
        <summary>{words.source}</summary>
        <span lang="en">
          {given.source} ({given.date})
        </span>
      </details>
    </span>
  )
}
