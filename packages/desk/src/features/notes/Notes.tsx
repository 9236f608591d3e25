import type { NoteView } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk, queryClient } from '../../platform/api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { keepNoteDraft, readNoteDraft } from '../decisions/drafts.ts'
import { useSession } from '../people/session.ts'

/** What people wrote on the tip, oldest first, and a place to write. */
export const Notes = ({ tipId, notes }: { tipId: string; notes: readonly NoteView[] }) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  return (
    <Section id="notes" title={t.tip.notes}>
      {notes.length === 0 ? <p className="muted">{t.tip.noNotes}</p> : null}
      <ul className="line-list">
        {notes.map((note) => (
          <li className="line" key={note.noteId} data-at={`record:${note.noteId}`}>
            <span className="small muted">
              {note.by}, <Moment at={note.at} />
            </span>
            <p className="prose">{note.text}</p>
          </li>
        ))}
      </ul>
      {mayEverDo('addNote', role) ? <AddNote tipId={tipId} /> : null}
    </Section>
  )
}

const AddNote = ({ tipId }: { tipId: string }) => {
  const t = useMessages()
  const id = useId()
  const [text, setShown] = useState(() => readNoteDraft(tipId))
  const setText = (words: string): void => {
    setShown(words)
    keepNoteDraft(tipId, words)
  }
  const add = useMutation({
    mutationFn: (words: string) => desk.call('addNote', { params: { tipId }, body: { text: words } }),
    onSuccess: () => {
      setText('')
      return queryClient.invalidateQueries({ queryKey: ['readTip', { params: { tipId } }] })
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() !== '' && !add.isPending) add.mutate(text.trim())
  }
  return (
    <form className="stack add-note no-print" onSubmit={submit}>
      <div>
        <label className="usa-label" htmlFor={id}>
          {t.tip.addNote}
        </label>
        <textarea
          id={id}
          className="usa-textarea"
          rows={2}
          maxLength={10_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {add.isError ? <ErrorNotice error={add.error} /> : null}
      <div className="cluster">
        <button
          type="submit"
          className="usa-button usa-button--outline usa-button--small"
          aria-disabled={add.isPending || text.trim() === ''}
        >
          {add.isPending ? t.tip.saving : t.tip.saveNote}
        </button>
        <span role="status">{add.isSuccess && text === '' ? t.tip.noteSaved : ''}</span>
        <Asked prompt="note" />
      </div>
    </form>
  )
}
