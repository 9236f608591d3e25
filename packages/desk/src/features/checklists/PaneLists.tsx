import { mayEverDo, stillRequired } from '@opentipline/domain'
import type { DecisionKind } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { reading } from '../../platform/api.ts'
import { Force } from '../../ui/Force.tsx'
import { useSession } from '../people/session.ts'
import { doneOf } from './Checklists.tsx'
import { useChecklistWords, useInWords } from './useChecklistWords.ts'

/** Beside the decision: which lists are for it and how far they are ticked, and what an agency's own rule asks for first. */
export const PaneLists = ({ tipId, kind }: { tipId: string; kind: DecisionKind | undefined }) => {
  const words = useChecklistWords()
  const inWords = useInWords()
  const { role } = useSession().actingFor
  const told = useQuery({
    ...reading('readTipChecklists', { params: { tipId } }),
    enabled: mayEverDo('readTipChecklists', role),
  })
  if (!told.data) return null
  const { lists, requires } = told.data
  const forIt = lists.filter(({ applies }) => applies === 'true')
  const missing = kind ? stillRequired(lists, requires, kind) : []
  const itemOf = (listId: string, itemId: string) =>
    lists.find(({ list }) => list.id === listId)?.list.items.find(({ id }) => id === itemId)
  return (
    <div className="stack-tight small pane-lists">
      {forIt.length > 0 ? (
        <p>
          <a href="#checklists">{words.paneTitle}</a>:{' '}
          {forIt
            .map((each) => words.pane(doneOf(each), each.list.items.length, inWords(each.list.title).text))
            .join('; ')}
        </p>
      ) : null}
      {missing.map(({ list, item, citation }) => {
        const found = itemOf(list, item)
        return found ? (
          <p key={`${list} ${item}`} role="status">
            <Force force="agency policy" /> {words.paneRequired(citation)} {inWords(found.do).text}
          </p>
        ) : null
      })}
    </div>
  )
}
