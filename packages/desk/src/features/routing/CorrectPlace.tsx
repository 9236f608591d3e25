import { mayEverDo, usStates } from '@opentipline/domain'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { useSession } from '../people/session.ts'
import { emptyPlace, type PlaceDraft, placeFaults, placeRequest } from './placeDraft.ts'

type Props = { reportId: string; onSaved: () => void }

/** Says where the reported person or the child is, against what was found. */
export const CorrectPlace = ({ reportId, onSaved }: Props) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState(emptyPlace)
  const [tried, setTried] = useState(false)
  const correct = useMutation({
    mutationFn: (because: string) =>
      desk.call('correctPlace', { params: { reportId }, body: placeRequest(draft, because) }),
    onSuccess: () => {
      setOpen(false)
      setDraft(emptyPlace)
      setTried(false)
      onSaved()
    },
  })
  if (!mayEverDo('correctPlace', role)) return null
  const send = (because: string): void => {
    setTried(true)
    if (placeFaults(draft).length === 0) correct.mutate(because)
  }
  return (
    <div className="stack-tight no-print">
      {open ? (
        <ReasonForm
          send={t.together.sendPlace}
          busy={correct.isPending}
          error={correct.error}
          onSend={send}
          onCancel={() => setOpen(false)}
        >
          <p className="small muted">{t.together.correctAbout}</p>
          <PlaceFields draft={draft} onDraft={setDraft} tried={tried} />
        </ReasonForm>
      ) : (
        <span>
          <button
            type="button"
            className="usa-button usa-button--outline usa-button--small"
            onClick={() => {
              correct.reset()
              setOpen(true)
            }}
          >
            {t.together.correct}
          </button>
        </span>
      )}
      <p role="status" className="small">
        {correct.isSuccess ? t.together.placeSaved : ''}
      </p>
    </div>
  )
}

type FieldsProps = { draft: PlaceDraft; onDraft: (draft: PlaceDraft) => void; tried: boolean }

const PlaceFields = ({ draft, onDraft, tried }: FieldsProps) => {
  const t = useMessages()
  const faults = tried ? placeFaults(draft) : []
  const us = draft.country.trim().toUpperCase() === 'US'
  return (
    <>
      <Roles draft={draft} onDraft={onDraft} />
      <div className="place-fields">
        <Text
          name={t.together.country}
          hint={t.together.countryHint}
          value={draft.country}
          most={2}
          fault={faults.includes('country') ? t.together.placeErrors.country : undefined}
          onValue={(country) => onDraft({ ...draft, country })}
        />
        {us ? (
          <State value={draft.region} onValue={(region) => onDraft({ ...draft, region })} />
        ) : (
          <Text
            name={t.together.region}
            value={draft.region}
            most={80}
            onValue={(region) => onDraft({ ...draft, region })}
          />
        )}
        {us ? (
          <Text
            name={t.together.county}
            hint={t.together.countyHint}
            value={draft.countyFips}
            most={5}
            fault={faults.includes('county') ? t.together.placeErrors.county : undefined}
            onValue={(countyFips) => onDraft({ ...draft, countyFips })}
          />
        ) : null}
        <Text
          name={t.together.city}
          value={draft.city}
          most={120}
          onValue={(city) => onDraft({ ...draft, city })}
        />
        <Text
          name={t.together.postalCode}
          value={draft.postalCode}
          most={20}
          onValue={(postalCode) => onDraft({ ...draft, postalCode })}
        />
      </div>
    </>
  )
}

const Roles = ({ draft, onDraft }: Omit<FieldsProps, 'tried'>) => {
  const t = useMessages()
  const id = useId()
  return (
    <fieldset className="cluster place-roles">
      <legend className="usa-label">{t.together.who}</legend>
      {(['subject', 'child'] as const).map((role) => (
        <span key={role} className="usa-radio">
          <input
            className="usa-radio__input"
            type="radio"
            name={`${id}-role`}
            id={`${id}-${role}`}
            checked={draft.role === role}
            onChange={() => onDraft({ ...draft, role })}
          />
          <label className="usa-radio__label" htmlFor={`${id}-${role}`}>
            {t.together.roles[role]}
          </label>
        </span>
      ))}
    </fieldset>
  )
}

const State = ({ value, onValue }: { value: string; onValue: (value: string) => void }) => {
  const t = useMessages()
  const id = useId()
  return (
    <div>
      <label className="usa-label" htmlFor={id}>
        {t.together.state}
      </label>
      <select id={id} className="usa-select" value={value} onChange={(event) => onValue(event.target.value)}>
        <option value="">{t.together.chooseState}</option>
        {usStates.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

type TextProps = {
  name: string
  hint?: string
  value: string
  most: number
  fault?: string | undefined
  onValue: (value: string) => void
}

const Text = ({ name, hint, value, most, fault, onValue }: TextProps) => {
  const id = useId()
  return (
    <div>
      <label className="usa-label" htmlFor={id}>
        {name} {hint ? <span className="hint">{hint}</span> : null}
      </label>
      <input
        id={id}
        className="usa-input"
        value={value}
        maxLength={most}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
        onChange={(event) => onValue(event.target.value)}
      />
      {fault === undefined ? null : (
        <p className="field-error small" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  )
}
