import type { TipChecklist, TipChecklists } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useMessages } from '../../messages/messages.tsx'
import { desk, queryClient, reading } from '../../platform/api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Section } from '../../ui/Section.tsx'
import { useSession } from '../people/session.ts'
import { ItemLine } from './ItemLine.tsx'
import { useChecklistWords, useInWords } from './useChecklistWords.ts'

export const doneOf = ({ list, ticks }: TipChecklist): number =>
  list.items.filter(({ id }) => ticks[id]?.[0]?.done === true).length

/** The lists that are for this report, open; those of which that is not known, folded away and still at hand. */
export const Checklists = ({ tipId }: { tipId: string }) => {
  const words = useChecklistWords()
  const { role } = useSession().actingFor
  const may = mayEverDo('readTipChecklists', role)
  const told = useQuery({ ...reading('readTipChecklists', { params: { tipId } }), enabled: may })
  if (!may) return null
  const lists = told.data?.lists ?? []
  const rest = lists.filter(({ applies, list }) => applies !== 'true' && !hasTicks(list.id, lists))
  return (
    <Section
      level={2}
      id="checklists"
      title={words.title}
      about={words.about}
      aside={<Asked prompt="checklist" />}
    >
      {told.isPending ? <Loading /> : null}
      {told.isError ? <ErrorNotice error={told.error} onRetry={() => void told.refetch()} /> : null}
      {told.data && rest.length === lists.length ? <p className="muted">{words.paneNone}</p> : null}
      {told.data
        ? lists
            .filter((each) => !rest.includes(each))
            .map((each) => (
              <OneList key={each.list.id} tipId={tipId} each={each} requires={told.data.requires} />
            ))
        : null}
      {told.data && rest.length > 0 ? (
        <details>
          <summary>{words.others(rest.length)}</summary>
          {rest.map((each) => (
            <details key={each.list.id} className="nested-list">
              <ListSummary each={each} />
              <OneList tipId={tipId} each={each} requires={told.data.requires} inside />
            </details>
          ))}
        </details>
      ) : null}
    </Section>
  )
}

/** A list that somebody ticked something on stands open, whatever the signals say. */
const hasTicks = (listId: string, lists: readonly TipChecklist[]): boolean =>
  lists.some(({ list, ticks }) => list.id === listId && Object.keys(ticks).length > 0)

const ListSummary = ({ each }: { each: TipChecklist }) => {
  const words = useChecklistWords()
  const title = useInWords()(each.list.title)
  return (
    <summary>
      <span lang={title.lang}>{title.text}</span>{' '}
      <span className="small muted">{words.applies[each.applies]}</span>
    </summary>
  )
}

type ListProps = { tipId: string; each: TipChecklist; requires: TipChecklists['requires']; inside?: boolean }

const OneList = ({ tipId, each, requires, inside = false }: ListProps) => {
  const t = useMessages()
  const words = useChecklistWords()
  const inWords = useInWords()
  const { list, own, ownItems, applies, because, ticks } = each
  const tick = useMutation({
    mutationFn: ({ itemId, done, note }: { itemId: string; done: boolean; note: string }) =>
      desk.call('tickChecklistItem', { params: { tipId, listId: list.id, itemId }, body: { done, note } }),
    // What is shown afterwards is what the server answered.
    onSuccess: (answer) => queryClient.setQueryData(['readTipChecklists', { params: { tipId } }], answer),
  })
  const [title, about] = [inWords(list.title), inWords(list.about)]
  const said = because.filter(({ value }) => value === 'true' || applies !== 'true')
  return (
    <section aria-label={title.text} className="stack-tight checklist">
      {inside ? null : (
        <h3 className="section-title small-title cluster">
          <span lang={title.lang}>{title.text}</span>
          {own ? <span className="tag">{words.own}</span> : null}
          <span className="tag tag-quiet">{words.count(doneOf(each), list.items.length)}</span>
        </h3>
      )}
      <p className="small muted">
        <span lang={about.lang}>{about.text}</span> {words.applies[applies]}. {words.because}:{' '}
        <span lang="en">
          {said.map(({ signal, value }) => `${signal} (${words.values[value]})`).join(', ')}
        </span>
      </p>
      {tick.isError ? <ErrorNotice error={tick.error} /> : null}
      <p className="sr-only" role="status">
        {tick.isPending ? words.sending : tick.isSuccess ? words.saved : ''}
      </p>
      <ul className="line-list" aria-label={`${title.text}, ${t.prompts.way}`}>
        {list.items.map((item) => (
          <ItemLine
            key={item.id}
            item={item}
            own={!own && ownItems.includes(item.id)}
            ticks={ticks[item.id] ?? []}
            requires={requires.filter((rule) => rule.list === list.id && rule.item === item.id)}
            busy={tick.isPending}
            onTick={(done, note) => tick.mutate({ itemId: item.id, done, note })}
          />
        ))}
      </ul>
    </section>
  )
}
