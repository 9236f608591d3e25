import type { DocumentKind, TemplateText } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk, queryClient, reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { useSession } from '../people/session.ts'
import { TemplateEditor } from './TemplateEditor.tsx'
import { TemplateVersions } from './TemplateVersions.tsx'

const readAgain = (kind: DocumentKind) =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: ['listDocumentTemplates'] }),
    queryClient.invalidateQueries({ queryKey: ['readDocumentTemplate', { params: { kind } }] }),
    queryClient.invalidateQueries({ queryKey: ['listTipDocuments'], refetchType: 'none' }),
  ])

/** The text in use for a kind, and the two acts on it: the agency's own in its place, and back. */
export const TemplateBody = ({ kind }: { kind: DocumentKind }) => {
  const { documents: words } = useMessages()
  const { role } = useSession().actingFor
  const [act, setAct] = useState<'edit' | 'drop'>()
  const text = useQuery({
    ...reading('readDocumentTemplate', { params: { kind } }),
    refetchOnWindowFocus: false,
  })
  const save = useMutation({
    mutationFn: (body: { text: string; because: string }) =>
      desk.call('saveDocumentTemplate', { params: { kind }, body }),
    onSuccess: async (said) => {
      // A faulty text was not stored: it stays in the editor with its faults.
      if (said.problems.length > 0) return
      await readAgain(kind)
      setAct(undefined)
    },
  })
  const drop = useMutation({
    mutationFn: (because: string) =>
      desk.call('dropDocumentTemplate', { params: { kind }, body: { because } }),
    onSuccess: async () => {
      await readAgain(kind)
      setAct(undefined)
    },
  })
  const begin = (next: 'edit' | 'drop') => (): void => {
    save.reset()
    drop.reset()
    setAct(next)
  }
  if (text.isPending) return <Loading />
  if (text.isError) return <ErrorNotice error={text.error} onRetry={() => void text.refetch()} />
  return (
    <div className="stack">
      <p role="status">
        {save.data && save.data.problems.length === 0 ? words.saved(save.data.head.version) : ''}
        {drop.data ? words.dropped : ''}
      </p>
      {act === 'edit' ? (
        <TemplateEditor
          before={text.data.text}
          problems={save.data?.problems ?? []}
          busy={save.isPending}
          error={save.error}
          onSave={(wish) => save.mutate(wish)}
          onChange={() => save.reset()}
          onCancel={() => setAct(undefined)}
        />
      ) : (
        <pre className="raw" tabIndex={0} role="region" aria-label={words.text} lang="en">
          {text.data.text}
        </pre>
      )}
      {act === 'drop' ? (
        <ReasonForm
          prompt="document template"
          send={words.back}
          busy={drop.isPending}
          error={drop.error}
          onSend={(because) => drop.mutate(because)}
          onCancel={() => setAct(undefined)}
        />
      ) : null}
      {text.data.versions.length > 0 ? <TemplateVersions versions={text.data.versions} /> : null}
      {act ? null : <Acts told={text.data} may={mayEverDo('saveDocumentTemplate', role)} begin={begin} />}
    </div>
  )
}

type ActsProps = { told: TemplateText; may: boolean; begin: (act: 'edit' | 'drop') => () => void }

const Acts = ({ told, may, begin }: ActsProps) => {
  const { documents: words } = useMessages()
  if (!may) return <p className="small muted">{words.readOnly}</p>
  return (
    <div className="cluster no-print">
      <button
        type="button"
        className="usa-button usa-button--outline usa-button--small"
        onClick={begin('edit')}
      >
        {words.edit}
      </button>
      {told.head.own ? (
        <button type="button" className="usa-button usa-button--unstyled" onClick={begin('drop')}>
          {words.back}
        </button>
      ) : null}
    </div>
  )
}
