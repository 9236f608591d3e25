import type { ClockEntry, ClockEntryRequest } from '@opentipline/contract'
import { type FormEvent, useId, useState } from 'react'
import { useMessages, useShownLanguage } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { instantOf, localZone, momentText } from '../../ui/time.ts'
import { useClockWrite } from './useClockWrite.ts'

type Draft = {
  kind: ClockEntryRequest['kind']
  party: string
  reference: string
  method: string
  at: string
  renews: string
}
const empty: Draft = {
  kind: 'preservation letter',
  party: '',
  reference: '',
  method: '',
  at: '',
  renews: '',
}

/** The request, or undefined while something is missing. A field's local time is told with its zone, as UTC. */
const requestOf = (draft: Draft): ClockEntryRequest | undefined => {
  const at = new Date(draft.at)
  if (draft.party.trim() === '' || Number.isNaN(at.getTime())) return undefined
  return {
    kind: draft.kind,
    party: draft.party.trim(),
    at: at.toISOString(),
    ...(draft.reference.trim() ? { reference: draft.reference.trim() } : {}),
    ...(draft.kind === 'preservation letter' && draft.method.trim() ? { method: draft.method.trim() } : {}),
    ...(draft.kind === 'preservation letter' && draft.renews ? { renews: draft.renews } : {}),
  }
}

/** A letter that was sent, or a warrant that is to be returned, in a person's word. */
export const ClockForm = ({ tipId, entries }: { tipId: string; entries: readonly ClockEntry[] }) => {
  const t = useMessages()
  const [draft, setDraft] = useState(empty)
  const [tried, setTried] = useState(false)
  const add = useClockWrite(tipId, (body: ClockEntryRequest) =>
    desk.call('recordClock', { params: { tipId }, body }),
  )
  const request = requestOf(draft)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!request || add.isPending) return
    add.mutate(request, {
      onSuccess: () => {
        setDraft(empty)
        setTried(false)
      },
    })
  }
  return (
    <details className="no-print">
      <summary>{t.clocks.record}</summary>
      <form className="stack route-form" onSubmit={submit}>
        <p className="small muted">{t.clocks.recordAbout}</p>
        <Fields draft={draft} entries={entries} onDraft={setDraft} />
        {tried && !request ? (
          <p className="field-error" role="alert">
            {t.clocks.missing}
          </p>
        ) : null}
        {add.isError ? <ErrorNotice error={add.error} /> : null}
        <div className="cluster">
          <button type="submit" className="usa-button usa-button--small" aria-disabled={add.isPending}>
            {t.clocks.save}
          </button>
          <span role="status">
            {add.isPending ? t.clocks.saving : ''}
            {add.isSuccess ? t.clocks.saved : ''}
          </span>
          <Asked prompt="clock entry" />
        </div>
      </form>
    </details>
  )
}

type FieldsProps = { draft: Draft; entries: readonly ClockEntry[]; onDraft: (draft: Draft) => void }

const Fields = ({ draft, entries, onDraft }: FieldsProps) => {
  const t = useMessages()
  const id = useId()
  const isLetter = draft.kind === 'preservation letter'
  const set = (more: Partial<Draft>): void => onDraft({ ...draft, ...more })
  return (
    <div className="field-grid">
      <div>
        <label className="usa-label" htmlFor={`${id}-kind`}>
          {t.clocks.what}
        </label>
        <select
          id={`${id}-kind`}
          className="usa-select"
          value={draft.kind}
          onChange={(event) =>
            set({ kind: event.target.value === 'warrant return' ? 'warrant return' : 'preservation letter' })
          }
        >
          <option value="preservation letter">{t.clocks.letter}</option>
          <option value="warrant return">{t.clocks.warrant}</option>
        </select>
      </div>
      {isLetter ? <Renews id={id} draft={draft} entries={entries} onDraft={onDraft} /> : null}
      <Text
        id={`${id}-party`}
        label={isLetter ? t.clocks.to : t.clocks.court}
        value={draft.party}
        max={255}
        onText={(party) => set({ party })}
      />
      <div>
        <label className="usa-label" htmlFor={`${id}-at`}>
          {isLetter ? t.clocks.sentAt(localZone()) : t.clocks.returnBy(localZone())}
        </label>
        <input
          id={`${id}-at`}
          type="datetime-local"
          className="usa-input"
          value={draft.at}
          onChange={(event) => set({ at: event.target.value })}
        />
      </div>
      <Text
        id={`${id}-ref`}
        label={t.clocks.reference}
        value={draft.reference}
        max={120}
        onText={(reference) => set({ reference })}
      />
      {isLetter ? (
        <Text
          id={`${id}-method`}
          label={t.clocks.method}
          value={draft.method}
          max={255}
          onText={(method) => set({ method })}
        />
      ) : null}
    </div>
  )
}

const Renews = ({ id, draft, entries, onDraft }: FieldsProps & { id: string }) => {
  const t = useMessages()
  const language = useShownLanguage()
  const letters = entries.filter(
    (entry) => entry.kind === 'preservation letter' && entry.renews === null && entry.ended === null,
  )
  if (letters.length === 0) return null
  const choose = (renews: string): void => {
    const party = letters.find((entry) => entry.entryId === renews)?.party
    onDraft({ ...draft, renews, party: party ?? draft.party })
  }
  return (
    <div>
      <label className="usa-label" htmlFor={`${id}-renews`}>
        {t.clocks.renewsWhich}
      </label>
      <select
        id={`${id}-renews`}
        className="usa-select"
        value={draft.renews}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{t.clocks.firstLetter}</option>
        {letters.map((entry) => (
          <option key={entry.entryId} value={entry.entryId}>
            {t.clocks.renewalOf(entry.party, momentText(instantOf(entry.at) ?? 0, { language }))}
          </option>
        ))}
      </select>
    </div>
  )
}

type TextProps = { id: string; label: string; value: string; max: number; onText: (text: string) => void }

/** A line of text with its label. */
export const Text = ({ id, label, value, max, onText }: TextProps) => (
  <div>
    <label className="usa-label" htmlFor={id}>
      {label}
    </label>
    <input
      id={id}
      className="usa-input"
      maxLength={max}
      value={value}
      onChange={(event) => onText(event.target.value)}
    />
  </div>
)
