import type { DocumentRequest, TemplateHead } from '@opentipline/contract'
import { useMutation } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { AskFields } from './AskFields.tsx'
import { Preview } from './Preview.tsx'
import { useDocumentWrite } from './useDocumentWrite.ts'

type Props = {
  tipId: string
  templates: readonly TemplateHead[]
  onStart: () => void
  onMade: () => void
}

/** A kind is chosen, what it would hold is looked at, and only then it is made. */
export const MakeForm = ({ tipId, templates, onStart, onMade }: Props) => {
  const { documents: words } = useMessages()
  const id = useId()
  const [template, setTemplate] = useState<TemplateHead>()
  const [entered, setEntered] = useState<Record<string, string>>({})
  const [tried, setTried] = useState(false)
  // A preview is recorded as a reading, so it is asked for by an act and not at each letter typed.
  const preview = useMutation({
    mutationFn: (body: DocumentRequest) => desk.call('previewTipDocument', { params: { tipId }, body }),
  })
  const make = useDocumentWrite(tipId, (body: DocumentRequest) =>
    desk.call('makeTipDocument', { params: { tipId }, body }),
  )
  const change = (next: TemplateHead | undefined, values: Record<string, string>): void => {
    setTemplate(next)
    setEntered(values)
    setTried(false)
    preview.reset()
    make.reset()
    onStart()
  }
  // A link elsewhere on the page asks for a kind by its address, such as `#make-decline-memorandum`.
  const { hash } = useLocation()
  useEffect(() => {
    const wanted = templates.find(({ kind }) => hash === `make-${kind.replaceAll(' ', '-')}`)
    if (!wanted) return
    setTemplate(wanted)
    setEntered({})
    document.getElementById(id)?.focus()
  }, [hash, id, templates])
  const lacking = (template?.asks ?? []).filter((ask) => ask.required && !entered[ask.id]?.trim())
  const complaint = !template
    ? words.chooseFirst
    : lacking.length > 0
      ? words.enter(lacking.map(({ label }) => label).join(', '))
      : undefined
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (template && !complaint && !preview.isPending) preview.mutate({ kind: template.kind, entered })
  }
  const onMake = (): void => {
    if (!template || make.isPending) return
    make.mutate(
      { kind: template.kind, entered },
      {
        onSuccess: () => {
          change(undefined, {})
          onMade()
        },
      },
    )
  }
  return (
    <form className="stack document-form no-print" onSubmit={submit} aria-label={words.make}>
      <h3 className="section-title small-title">{words.make}</h3>
      <div className="field-grid">
        <div>
          <label className="usa-label" htmlFor={id}>
            {words.kind}
          </label>
          <select
            id={id}
            className="usa-select"
            value={template?.kind ?? ''}
            onChange={(event) =>
              change(
                templates.find(({ kind }) => kind === event.target.value),
                {},
              )
            }
          >
            <option value="">{words.chooseKind}</option>
            {templates.map(({ kind }) => (
              <option key={kind} value={kind}>
                {words.kinds[kind] ?? kind}
              </option>
            ))}
          </select>
        </div>
      </div>
      {template ? (
        <>
          <p className="small muted">
            <span lang="en">{template.about}</span>{' '}
            {words.template(template.name, template.version, template.own)}.
          </p>
          <AskFields
            asks={template.asks}
            entered={entered}
            onEntered={(values) => change(template, values)}
          />
        </>
      ) : null}
      {tried && complaint ? (
        <p className="field-error" role="alert">
          {complaint}
        </p>
      ) : null}
      <div className="cluster">
        <button
          type="submit"
          className="usa-button usa-button--outline usa-button--small"
          aria-disabled={preview.isPending}
        >
          {words.preview}
        </button>
        <span role="status">{preview.isPending ? words.previewing : ''}</span>
        <Asked prompt="document" />
      </div>
      {preview.isError ? <ErrorNotice error={preview.error} /> : null}
      {preview.data ? (
        <>
          <Preview preview={preview.data} />
          {make.isError ? <ErrorNotice error={make.error} /> : null}
          <div className="cluster">
            <button
              type="button"
              className="usa-button usa-button--small"
              aria-disabled={make.isPending}
              onClick={onMake}
            >
              {words.makeIt}
            </button>
            <span role="status">{make.isPending ? words.making : ''}</span>
          </div>
        </>
      ) : null}
    </form>
  )
}
