import { type AffiliateEntry, type AffiliateWish, statedKinds } from '@opentipline/contract'
import { usStates } from '@opentipline/domain'
import { type ReactNode, useId, useState } from 'react'
import { desk } from '../../platform/api.ts'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { useAffiliateWrite } from './useAffiliateWrite.ts'
import { useAffiliateWords } from './words.ts'

type Props = { entry?: AffiliateEntry; onDone: () => void; onCancel: () => void }
type Draft = {
  name: string
  state: string
  counties: string
  places: string
  straight: string[]
  from: string
}

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')

const draftOf = (entry: AffiliateEntry | undefined): Draft => ({
  name: entry?.name ?? '',
  state: entry?.areas[0]?.state ?? '',
  counties: entry?.areas[0]?.counties.join(', ') ?? '',
  places: entry?.areas[0]?.places.join(', ') ?? '',
  straight: entry?.straight ?? [],
  from: new Date().toISOString().slice(0, 10),
})

/** Enters an affiliate, or changes one from a day on. Further areas of it, which only the JSON API enters, stay as they are. */
export const AffiliateForm = ({ entry, onDone, onCancel }: Props) => {
  const words = useAffiliateWords()
  const [draft, setDraft] = useState(() => draftOf(entry))
  const [fault, setFault] = useState('')
  const enter = useAffiliateWrite((body: AffiliateWish) => desk.call('enterAffiliate', { body }))
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const send = (because: string): void => {
    const counties = listOf(draft.counties)
    const incomplete = draft.name.trim().length < 3 || draft.state === '' || draft.from === ''
    const wrong = counties.some((each) => !/^\d{5}$/.test(each))
    setFault(incomplete ? words.missing : wrong ? words.countiesWrong : '')
    if (incomplete || wrong) return
    const area = { state: draft.state, counties, places: listOf(draft.places) }
    enter.mutate(
      {
        ...(entry ? { agencyId: entry.agencyId } : {}),
        name: draft.name.trim(),
        areas: [area, ...(entry?.areas.slice(1) ?? [])],
        straight: statedKinds.filter((kind) => draft.straight.includes(kind)),
        from: draft.from,
        because,
      },
      { onSuccess: onDone },
    )
  }
  return (
    <ReasonForm
      send={entry ? words.sendChange : words.send}
      busy={enter.isPending}
      error={enter.error}
      onSend={send}
      onCancel={onCancel}
      prompt="affiliate"
    >
      {entry ? null : (
        <Field label={words.name}>
          {(id) => (
            <input
              id={id}
              className="usa-input"
              maxLength={120}
              value={draft.name}
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
      )}
      <Field label={words.state}>
        {(id) => (
          <select
            id={id}
            className="usa-select"
            value={draft.state}
            onChange={(event) => set({ state: event.target.value })}
          >
            <option value="">{words.chooseState}</option>
            {usStates.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.counties} hint={words.countiesHint}>
        {(id) => (
          <input
            id={id}
            className="usa-input"
            value={draft.counties}
            onChange={(event) => set({ counties: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.places} hint={words.placesHint}>
        {(id) => (
          <input
            id={id}
            className="usa-input"
            value={draft.places}
            onChange={(event) => set({ places: event.target.value })}
          />
        )}
      </Field>
      <Kinds chosen={draft.straight} onChange={(straight) => set({ straight })} />
      <Field label={words.fromDay}>
        {(id) => (
          <input
            id={id}
            type="date"
            className="usa-input"
            value={draft.from}
            onChange={(event) => set({ from: event.target.value })}
          />
        )}
      </Field>
      {fault ? (
        <p className="field-error small" role="alert">
          {fault}
        </p>
      ) : null}
    </ReasonForm>
  )
}

const Field = ({
  label,
  hint,
  children,
}: {
  label: string
  hint?: string
  children: (id: string) => ReactNode
}) => {
  const id = useId()
  return (
    <div>
      <label className="usa-label" htmlFor={id}>
        {label} {hint ? <span className="hint">{hint}</span> : null}
      </label>
      {children(id)}
    </div>
  )
}

const Kinds = ({ chosen, onChange }: { chosen: string[]; onChange: (kinds: string[]) => void }) => {
  const words = useAffiliateWords()
  const id = useId()
  return (
    <fieldset className="reasons">
      <legend className="usa-label">{words.kinds}</legend>
      <p className="small muted">{words.kindsAbout}</p>
      {statedKinds.map((kind, index) => (
        <div className="usa-checkbox" key={kind}>
          <input
            className="usa-checkbox__input"
            type="checkbox"
            id={`${id}-${index}`}
            checked={chosen.includes(kind)}
            onChange={() =>
              onChange(chosen.includes(kind) ? chosen.filter((each) => each !== kind) : [...chosen, kind])
            }
          />
          <label className="usa-checkbox__label" htmlFor={`${id}-${index}`}>
            {kind}
          </label>
        </div>
      ))}
    </fieldset>
  )
}
