import { mayEverDo } from '@opentipline/domain'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { reading } from '../../platform/api.ts'
import { useSession } from '../people/session.ts'
import { Sourced } from './Sourced.tsx'
import { useChecklistWords, useInWords } from './useChecklistWords.ts'

/** The notes are data of the program: read once for as long as the page is open. */
const useGuidance = () => {
  const { role } = useSession().actingFor
  return useQuery({
    ...reading('readGuidance', {}),
    enabled: mayEverDo('readGuidance', role),
    staleTime: Infinity,
  }).data?.notes
}

/** A "?" beside a field that needs explaining; it opens the note, with its source. Without a note there is no "?". */
export const FieldNote = ({ field, label }: { field: string; label: string }) => {
  const words = useChecklistWords()
  const inWords = useInWords()
  const id = useId()
  const [open, setOpen] = useState(false)
  const note = useGuidance()?.find((each) => each.field === field)
  if (!note) return null
  const says = inWords(note.says)
  return (
    <>
      {' '}
      <button
        type="button"
        className="field-note-button no-print"
        aria-expanded={open}
        aria-controls={id}
        aria-label={words.explain(label)}
        onClick={() => setOpen(!open)}
      >
        ?
      </button>
      <span id={id} hidden={!open} className="field-note">
        <span lang={says.lang}>{says.text}</span> <Sourced given={note} />
      </span>
    </>
  )
}

/** What research says around the moment of opening a file: offered, folded away, and never promised. */
export const ExposureNotes = ({ place }: { place: 'before opening' | 'after opening' }) => {
  const words = useChecklistWords()
  const inWords = useInWords()
  const notes = useGuidance()?.filter((each) => each.place === place) ?? []
  if (notes.length === 0) return null
  return (
    <details className="small no-print">
      <summary>{place === 'before opening' ? words.before : words.after}</summary>
      <ul className="line-list">
        {notes.map((note) => {
          const says = inWords(note.says)
          return (
            <li key={note.id} className="line">
              <span lang={says.lang}>{says.text}</span>
              <Sourced given={note} />
            </li>
          )
        })}
      </ul>
    </details>
  )
}
