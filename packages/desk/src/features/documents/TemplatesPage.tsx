import type { TemplateHead } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { TemplateBody } from './TemplateBody.tsx'
import { AsWrittenNote } from '../../ui/Told.tsx'

/** The templates in use at the agency, its own among them, each to be read and by some to be replaced. */
export const TemplatesPage = () => {
  const { documents: words } = useMessages()
  useTitle(words.templates)
  const list = useQuery(reading('listDocumentTemplates', {}))
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{words.templates}</h1>
      <p>{words.templatesLead}</p>
      <AsWrittenNote />
      {list.isPending ? <Loading /> : null}
      {list.isError ? <ErrorNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      <ul className="line-list">
        {list.data?.templates.map((head) => (
          <TemplateLine key={head.kind} head={head} />
        ))}
      </ul>
    </div>
  )
}

const TemplateLine = ({ head }: { head: TemplateHead }) => {
  const { documents: words } = useMessages()
  const [open, setOpen] = useState(false)
  const name = words.kinds[head.kind] ?? head.kind
  return (
    <li className="line" id={head.kind.replaceAll(' ', '-')}>
      <span className="cluster">
        <h2 className="section-title small-title">{name}</h2>
        <span className={`tag ${head.own ? 'tag-good' : 'tag-quiet'}`}>
          {head.own ? words.ownTag : words.shippedTag}
        </span>
        <span className="small muted">{words.version(head.version)}</span>
        <button
          type="button"
          className="usa-button usa-button--unstyled small no-print"
          aria-expanded={open}
          aria-label={open ? `${words.close}: ${name}` : words.readOf(name)}
          onClick={() => setOpen(!open)}
        >
          {open ? words.close : words.read}
        </button>
      </span>
      <span className="small" lang="en">
        {head.about}
      </span>
      {open ? <TemplateBody kind={head.kind} /> : null}
    </li>
  )
}
