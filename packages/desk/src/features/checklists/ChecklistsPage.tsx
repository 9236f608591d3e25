import type { ChecklistInForce, ChecklistsView } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { useSession } from '../people/session.ts'
import { OwnListsEditor } from './OwnListsEditor.tsx'
import { Sourced } from './Sourced.tsx'
import { useChecklistWords, useInWords } from './useChecklistWords.ts'

/** Every list as it holds at the agency, and the agency's own layer with its versions. */
export const ChecklistsPage = () => {
  const words = useChecklistWords()
  useTitle(words.title)
  const told = useQuery(reading('readChecklists', {}))
  return (
    <div className="page page-narrow stack">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {told.isPending ? <Loading /> : null}
      {told.isError ? <ErrorNotice error={told.error} onRetry={() => void told.refetch()} /> : null}
      {told.data?.lists.map((held) => (
        <HeldList key={held.list.id} held={held} requires={told.data.requires} />
      ))}
      {told.data ? <Own view={told.data} /> : null}
    </div>
  )
}

const HeldList = ({ held, requires }: { held: ChecklistInForce; requires: ChecklistsView['requires'] }) => {
  const t = useMessages()
  const words = useChecklistWords()
  const inWords = useInWords()
  const { list, own, ownItems } = held
  const [title, about] = [inWords(list.title), inWords(list.about)]
  return (
    <Section
      level={2}
      id={`list-${list.id}`}
      title={<span lang={title.lang}>{title.text}</span>}
      about={about.text}
      aside={own ? <span className="tag">{words.own}</span> : undefined}
    >
      <p className="small muted">
        {words.when}: {list.whenAny.map((signal) => t.signalNames[signal] ?? signal).join(', ')}.{' '}
        {words.listVersion(list.version)}
      </p>
      <ul className="line-list">
        {list.items.map((item) => {
          const [says, why] = [inWords(item.do), inWords(item.why)]
          return (
            <li key={item.id} className="line">
              <strong lang={says.lang}>{says.text}</strong>
              <span lang={why.lang}>{why.text}</span>
              <span className="cluster">
                <Sourced given={item} />
                {!own && ownItems.includes(item.id) ? <span className="tag">{words.own}</span> : null}
              </span>
              {requires
                .filter((rule) => rule.list === list.id && rule.item === item.id)
                .map(({ before, citation }) => (
                  <strong key={citation} className="small">
                    {words.required(before.map((kind) => t.kinds[kind]).join(', '), citation)}
                  </strong>
                ))}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

const Own = ({ view }: { view: ChecklistsView }) => {
  const words = useChecklistWords()
  const { role } = useSession().actingFor
  const [editing, setEditing] = useState(false)
  return (
    <Section level={2} id="own-lists" title={words.ownTitle} about={words.ownAbout}>
      {view.requires.length === 0 ? <p className="muted">{words.noRules}</p> : null}
      {mayEverDo('saveOwnChecklists', role) && !editing ? (
        <button
          type="button"
          className="usa-button usa-button--outline usa-button--small"
          onClick={() => setEditing(true)}
        >
          {words.edit}
        </button>
      ) : null}
      {editing ? <OwnListsEditor view={view} onDone={() => setEditing(false)} /> : null}
      <h3>{words.versions}</h3>
      {view.versions.length === 0 ? <p className="muted">{words.none}</p> : null}
      <ul className="line-list">
        {view.versions.map(({ version, by, at, because, text }) => (
          <li key={version} className="line">
            <span>
              {words.version(version, by)}, <Moment at={at} />
            </span>
            <span>{because}</span>
            <details>
              <summary>{words.text}</summary>
              <pre className="small raw" tabIndex={0}>
                {text}
              </pre>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  )
}
