import type { QueueView } from '@opentipline/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { Asked } from '../../ui/Asked.tsx'
import { useMessages } from '../../messages/messages.tsx'
import { desk, queryClient, reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { queryOfSearch, type QueueSearch } from './search.ts'

const nameMax = 60
export const useViews = () => useQuery({ ...reading('listViews', {}), staleTime: 300_000 })
const renew = () => queryClient.invalidateQueries({ queryKey: ['listViews'] })

/** A queue whose address asks for nothing opens with the person's default view. */
export const useDefaultView = (search: QueueSearch): void => {
  const navigate = useNavigate()
  const { data } = useViews()
  const asked = Object.keys(search).length > 0
  const view = data?.views.find(({ viewId }) => viewId === data.defaultViewId)
  useEffect(() => {
    if (!asked && view) void navigate({ to: '/queue', search: view.filter, replace: true })
  }, [asked, view, navigate])
}

const useSetDefault = () =>
  useMutation({
    mutationFn: (viewId: string | null) => desk.call('setDefaultView', { body: { viewId } }),
    onSuccess: renew,
  })
const useRemove = () =>
  useMutation({
    mutationFn: (viewId: string) => desk.call('removeView', { params: { viewId } }),
    onSuccess: renew,
  })

/** Saved views: the person's own and those shared within the agency; one of them may open the queue. */
export const Views = ({ search }: { search: QueueSearch }) => {
  const t = useMessages()
  const views = useViews()
  const setDefault = useSetDefault()
  const remove = useRemove()
  const all = views.data?.views ?? []
  return (
    <Menu label={t.finding.views} side="end" className="views">
      <div className="stack">
        {all.length === 0 ? <p className="muted">{t.finding.noViews}</p> : null}
        <ul className="view-list">
          {all.map((view) => (
            <ViewLine
              key={view.viewId}
              view={view}
              opens={views.data?.defaultViewId === view.viewId}
              onDefault={(viewId) => setDefault.mutate(viewId)}
              onRemove={() => remove.mutate(view.viewId)}
            />
          ))}
        </ul>
        <SaveView search={search} />
        {[views, setDefault, remove].map(({ error }, at) =>
          error ? <ErrorNotice key={at} error={error} /> : null,
        )}
      </div>
    </Menu>
  )
}

type LineProps = {
  view: QueueView
  opens: boolean
  onDefault: (viewId: string | null) => void
  onRemove: () => void
}

const ViewLine = ({ view, opens, onDefault, onRemove }: LineProps) => {
  const t = useMessages()
  return (
    <li className="view-line">
      <Link to="/queue" search={view.filter}>
        {view.name}
      </Link>
      <span className="muted small">
        {view.shared ? (view.mine ? t.finding.sharedByMe : t.finding.sharedBy(view.by)) : t.finding.own}
        {opens ? ` · ${t.finding.opensQueue}` : ''}
      </span>
      <span className="cluster">
        <button
          type="button"
          className="usa-button usa-button--unstyled small"
          onClick={(event) => {
            event.stopPropagation()
            onDefault(opens ? null : view.viewId)
          }}
        >
          {opens ? t.finding.noDefault(view.name) : t.finding.makeDefault(view.name)}
        </button>
        {view.mine ? (
          <button
            type="button"
            className="usa-button usa-button--unstyled small"
            onClick={(event) => {
              event.stopPropagation()
              onRemove()
            }}
          >
            {t.finding.removeView(view.name)}
          </button>
        ) : null}
      </span>
    </li>
  )
}

const SaveView = ({ search }: { search: QueueSearch }) => {
  const t = useMessages()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const save = useMutation({
    mutationFn: () =>
      desk.call('saveView', { body: { name: name.trim(), shared, filter: queryOfSearch(search) } }),
    onSuccess: () => {
      setName('')
      return renew()
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() !== '' && !save.isPending) save.mutate()
  }
  return (
    <form className="stack-tight" onSubmit={submit}>
      <label className="usa-label" htmlFor="view-name">
        {t.finding.saveAs}
      </label>
      <input
        id="view-name"
        className="usa-input"
        maxLength={nameMax}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="usa-checkbox">
        <input
          id="view-shared"
          type="checkbox"
          className="usa-checkbox__input"
          checked={shared}
          onChange={(event) => setShared(event.target.checked)}
        />
        <label className="usa-checkbox__label" htmlFor="view-shared">
          {t.finding.share}
        </label>
      </div>
      <span>
        <button
          type="submit"
          className="usa-button usa-button--small"
          aria-disabled={name.trim() === '' || save.isPending}
          onClick={(event) => event.stopPropagation()}
        >
          <Icon name="pen" /> {t.finding.save}
        </button>
      </span>
      {save.isError ? <ErrorNotice error={save.error} /> : null}
      <p role="status" className="small">
        {save.isSuccess && name === '' ? t.finding.saved : ''}
      </p>
      <Asked prompt="saved view" />
    </form>
  )
}
