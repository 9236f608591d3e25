import type { ChecklistItem, ChecklistRequirement, ChecklistTick } from '@opentipline/contract'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Asked } from '../../ui/Asked.tsx'
import { Sourced } from './Sourced.tsx'
import { useChecklistWords, useInWords } from './useChecklistWords.ts'

type Props = {
  item: ChecklistItem
  own: boolean
  ticks: readonly ChecklistTick[]
  requires: readonly ChecklistRequirement[]
  busy: boolean
  onTick: (done: boolean, note: string) => void
}

/** One item: a box, what is done and why, its source, and who said that it was done. */
export const ItemLine = ({ item, own, ticks, requires, busy, onTick }: Props) => {
  const t = useMessages()
  const words = useChecklistWords()
  const inWords = useInWords()
  const id = useId()
  const [noting, setNoting] = useState(false)
  const done = ticks[0]?.done === true
  const says = inWords(item.do)
  const why = inWords(item.why)
  return (
    <li className="line checklist-item" data-prompt="checklist">
      <div className="usa-checkbox">
        <input
          type="checkbox"
          className="usa-checkbox__input"
          id={id}
          checked={done}
          aria-disabled={busy}
          onChange={() => (busy ? undefined : onTick(!done, ''))}
        />
        <label className="usa-checkbox__label" htmlFor={id} lang={says.lang}>
          {says.text}
        </label>
      </div>
      <div className="stack-tight checklist-about">
        <span lang={why.lang}>{why.text}</span>
        <span className="cluster">
          <Sourced given={item} />
          {own ? <span className="tag">{words.own}</span> : null}
        </span>
        {requires.map(({ before, citation }) => (
          <strong key={citation} className="small">
            {words.required(before.map((kind) => t.kinds[kind]).join(', '), citation)}
          </strong>
        ))}
        <Ticks ticks={ticks} />
        {!done && !noting ? (
          <button
            type="button"
            className="usa-button usa-button--unstyled small no-print"
            aria-label={words.addNote(says.text)}
            onClick={() => setNoting(true)}
          >
            {words.tickWithNote}
          </button>
        ) : null}
        {!done && noting ? (
          <NoteForm busy={busy} onSend={(note) => onTick(true, note)} onCancel={() => setNoting(false)} />
        ) : null}
      </div>
    </li>
  )
}

/** What people said of it, the newest first; every word stays. */
const Ticks = ({ ticks }: { ticks: readonly ChecklistTick[] }) => {
  const words = useChecklistWords()
  const [newest, ...earlier] = ticks
  if (!newest) return null
  return (
    <>
      <Tick tick={newest} />
      {earlier.length > 0 ? (
        <details>
          <summary className="small">{words.earlier(earlier.length)}</summary>
          {earlier.map((tick) => (
            <Tick key={`${tick.at} ${tick.by}`} tick={tick} />
          ))}
        </details>
      ) : null}
    </>
  )
}

const Tick = ({ tick }: { tick: ChecklistTick }) => {
  const words = useChecklistWords()
  return (
    <span className="small">
      {tick.done ? words.done(tick.by) : words.undone(tick.by)}, <Moment at={tick.at} />
      {tick.note ? `: ${tick.note}` : ''}
    </span>
  )
}

type NoteProps = { busy: boolean; onSend: (note: string) => void; onCancel: () => void }

const NoteForm = ({ busy, onSend, onCancel }: NoteProps) => {
  const words = useChecklistWords()
  const id = useId()
  const [note, setNote] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!busy) onSend(note.trim())
  }
  return (
    <form className="stack-tight no-print" onSubmit={submit}>
      <label className="usa-label" htmlFor={id}>
        {words.note}
      </label>
      <input
        id={id}
        className="usa-input"
        // The person asked for this field by the button that it stands in the place of.
        ref={(field) => field?.focus()}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <span className="cluster">
        <button type="submit" className="usa-button usa-button--small" aria-disabled={busy}>
          {words.tick}
        </button>
        <button type="button" className="usa-button usa-button--unstyled" onClick={onCancel}>
          {words.cancel}
        </button>
        <Asked prompt="checklist" />
      </span>
    </form>
  )
}
