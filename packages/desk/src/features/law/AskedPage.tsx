import type { ChecklistsView } from '@opentipline/contract'
import { mayEverDo, type PromptForce, promptForces, promptList } from '@opentipline/domain'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useMessages, useShownLanguage } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { promptAnchor } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Force } from '../../ui/Force.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { Sourced } from '../checklists/Sourced.tsx'
import { useChecklistWords, useInWords } from '../checklists/useChecklistWords.ts'
import { useSession } from '../people/session.ts'

/** Every prompt, step and moment of the product, by how far it binds. */
export const AskedPage = () => {
  const t = useMessages()
  useTitle(t.prompts.way)
  const { hash } = useLocation()
  const { role } = useSession().actingFor
  const may = mayEverDo('readChecklists', role)
  const checklists = useQuery({ ...reading('readChecklists', {}), enabled: may })
  useEffect(() => {
    if (hash) document.getElementById(hash)?.scrollIntoView({ block: 'center' })
  }, [hash])
  return (
    <div className="page page-narrow stack">
      <h1 tabIndex={-1}>{t.prompts.title}</h1>
      <p className="lead">{t.prompts.lead}</p>
      {checklists.isLoading ? <Loading /> : null}
      {promptForces.map((force) => (
        <OfForce
          key={force}
          force={force}
          marked={hash}
          checklists={checklists.data}
          whole={!may || checklists.isSuccess}
        />
      ))}
      {checklists.isError ? (
        <ErrorNotice error={checklists.error} onRetry={() => void checklists.refetch()} />
      ) : null}
    </div>
  )
}

type OfForceProps = {
  force: PromptForce
  marked: string
  checklists: ChecklistsView | undefined
  /** Nothing more is on its way: only then may it say that there is none. */
  whole: boolean
}

const OfForce = ({ force, marked, checklists, whole }: OfForceProps) => {
  const t = useMessages()
  const own = promptList.filter((prompt) => prompt.force === force)
  const items = (checklists?.lists ?? []).flatMap(({ list }) =>
    list.items.filter((item) => item.force === force).map((item) => ({ list, item })),
  )
  const rules = force === 'agency policy' ? (checklists?.requires ?? []) : []
  return (
    <Section level={2} id={`force-${force.replace(' ', '-')}`} title={<Force force={force} />}>
      <p className="muted">{t.prompts.forceAbout[force]}</p>
      {whole && own.length + items.length + rules.length === 0 ? <p>{t.prompts.none}</p> : null}
      <ul className="line-list">
        {own.map((prompt) => (
          <Line key={prompt.id} prompt={prompt} marked={marked === promptAnchor(prompt.id)} />
        ))}
      </ul>
      {items.length > 0 ? <Items items={items} /> : null}
      {rules.length > 0 ? <Rules rules={rules} checklists={checklists} /> : null}
    </Section>
  )
}

type Held = ChecklistsView['lists'][number]['list']

/** Every item of the checklists that is of one force: none is hidden behind a sum. */
const Items = ({ items }: { items: readonly { list: Held; item: Held['items'][number] }[] }) => {
  const words = useChecklistWords()
  const inWords = useInWords()
  return (
    <details>
      <summary>
        {words.title} ({items.length})
      </summary>
      <ul className="line-list">
        {items.map(({ list, item }) => {
          const [says, why] = [inWords(item.do), inWords(item.why)]
          return (
            <li key={`${list.id} ${item.id}`} className="line">
              <strong lang={says.lang}>{says.text}</strong>
              <span lang={why.lang}>{why.text}</span>
              <span className="small muted">{inWords(list.title).text}</span>
              <Sourced given={item} />
            </li>
          )
        })}
      </ul>
    </details>
  )
}

/** The agency's own rules that put an item before a decision. */
const Rules = ({
  rules,
  checklists,
}: {
  rules: ChecklistsView['requires']
  checklists: ChecklistsView | undefined
}) => {
  const t = useMessages()
  const words = useChecklistWords()
  const inWords = useInWords()
  return (
    <ul className="line-list">
      {rules.map((rule) => {
        const item = checklists?.lists
          .find(({ list }) => list.id === rule.list)
          ?.list.items.find(({ id }) => id === rule.item)
        return (
          <li key={`${rule.list} ${rule.item} ${rule.citation}`} className="line">
            <strong>{item ? inWords(item.do).text : rule.item}</strong>
            <span>{words.required(rule.before.map((kind) => t.kinds[kind]).join(', '), rule.citation)}</span>
          </li>
        )
      })}
    </ul>
  )
}

const Line = ({ prompt, marked }: { prompt: (typeof promptList)[number]; marked: boolean }) => {
  const t = useMessages()
  const language = useShownLanguage()
  const { id, kind, force, entry, what, why } = prompt
  const { role } = useSession().actingFor
  const law = useQuery({
    ...reading('readLaw', {}),
    enabled: entry !== undefined && mayEverDo('readLaw', role),
    staleTime: Infinity,
  })
  // As an officer would cite it; its name in the pack where this person may not read the pack.
  const cited = law.data?.entries.find(({ id: known }) => known === entry)?.citation ?? entry
  const authority = cited ?? (force === 'agency policy' ? t.prompts.ownPolicy : t.prompts.noAuthority)
  return (
    <li className={`line ${marked ? 'is-marked' : ''}`} id={promptAnchor(id)}>
      <strong>{what[language]}</strong>
      <span>{why[language]}</span>
      <span className="small muted">
        {t.prompts.kinds[kind]} · {t.prompts.authority}: {authority}
      </span>
    </li>
  )
}
