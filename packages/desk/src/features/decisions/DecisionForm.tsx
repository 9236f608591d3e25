import { decisionKinds, decisionReasons, type DecisionKind } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { reading } from '../../platform/api.ts'
import { Key } from '../../ui/Key.tsx'
import { useMessages } from '../../messages/messages.tsx'
import type { Draft } from './drafts.ts'
import { type DraftFault, reasonWords } from './draftRules.ts'
import { AgencyField, HoldField } from './KindFields.tsx'

type Props = { draft: Draft; onChange: (draft: Draft) => void; faults: readonly DraftFault[]; id: string }

/** Five decisions at equal effort: the same number of strokes for each, and none chosen beforehand. */
export const DecisionForm = (props: Props) => {
  const t = useMessages()
  const { draft, onChange, faults, id } = props
  const { kind } = draft
  return (
    <>
      <KindChoice {...props} />
      {kind ? null : <p className="muted">{t.decide.choose}</p>}
      <Fault id={`${id}-kind`} fault="kind" faults={faults} />
      {kind ? <p className="small muted">{t.kindAbout[kind]}</p> : null}
      {kind === 'refer' ? (
        <AgencyField {...props} error={<Fault id={`${id}-agency`} fault="agency" faults={faults} />} />
      ) : null}
      {kind === 'hold' ? (
        <HoldField {...props} error={<Fault id={`${id}-until`} fault="until" faults={faults} />} />
      ) : null}
      {kind ? <Reasons {...props} kind={kind} /> : null}
      {kind === 'refer' ? <TellThem draft={draft} onChange={onChange} id={id} /> : null}
      <div>
        <label className="usa-label" htmlFor={`${id}-note-text`}>
          {t.decide.note}{' '}
          <span className="hint">
            {draft.reasons.includes('other') ? t.decide.noteNeeded : t.decide.noteHint}
          </span>
        </label>
        <textarea
          id={`${id}-note-text`}
          className="usa-textarea"
          rows={2}
          maxLength={4000}
          value={draft.note}
          aria-describedby={`${id}-note`}
          onChange={(event) => onChange({ ...draft, note: event.target.value })}
        />
        <Fault id={`${id}-note`} fault="note" faults={faults} />
      </div>
    </>
  )
}

/** What the other agency reads; the note below stays with the own agency. */
const TellThem = ({ draft, onChange, id }: Omit<Props, 'faults'>) => {
  const words = useMessages().discretion.referral
  return (
    <div>
      <label className="usa-label" htmlFor={`${id}-tell`}>
        {words.tellThem} <span className="hint">{words.tellThemHint}</span>
      </label>
      <textarea
        id={`${id}-tell`}
        className="usa-textarea"
        rows={2}
        maxLength={2000}
        value={draft.tellThem}
        onChange={(event) => onChange({ ...draft, tellThem: event.target.value })}
      />
    </div>
  )
}

const Fault = ({
  id,
  fault,
  faults,
}: {
  id: string
  fault: DraftFault
  faults: readonly DraftFault[]
}): ReactNode => {
  const t = useMessages()
  return faults.includes(fault) ? (
    <p className="field-error small" id={id}>
      {t.decide.errors[fault]}
    </p>
  ) : null
}

const KindChoice = ({ draft, onChange, id }: Props) => {
  const t = useMessages()
  return (
    <fieldset className="kinds">
      <legend className="sr-only">{t.decide.title}</legend>
      {decisionKinds.map((kind) => (
        <span key={kind} className="kind">
          <input
            type="radio"
            name={`${id}-kind-choice`}
            id={`${id}-${kind}`}
            data-kind={kind}
            checked={draft.kind === kind}
            onChange={() => onChange({ ...draft, kind, reasons: [] })}
          />
          <label htmlFor={`${id}-${kind}`}>
            {t.kinds[kind]} <Key action={kind} />
          </label>
        </span>
      ))}
    </fieldset>
  )
}

const toggled = (codes: readonly string[], code: string): string[] =>
  codes.includes(code) ? codes.filter((each) => each !== code) : [...codes, code]

const Reasons = ({ draft, onChange, faults, id, kind }: Props & { kind: DecisionKind }) => {
  const t = useMessages()
  const own = useQuery({ ...reading('listReasons', {}), staleTime: 600_000 }).data?.own ?? []
  const choices = [
    ...decisionReasons[kind].map(({ code }) => ({ code, words: reasonWords(kind, code, t) })),
    ...own.filter((each) => each.kind === kind && !each.retired),
  ]
  return (
    <fieldset className="reasons" aria-describedby={`${id}-reasons`}>
      <legend className="usa-label">
        {t.decide.reasons} <span className="hint">{t.decide.reasonsHint}</span>
      </legend>
      {choices.map(({ code, words }) => (
        <div className="usa-checkbox" key={code}>
          <input
            className="usa-checkbox__input"
            type="checkbox"
            id={`${id}-${kind}-${code}`}
            checked={draft.reasons.includes(code)}
            onChange={() => onChange({ ...draft, reasons: toggled(draft.reasons, code) })}
          />
          <label className="usa-checkbox__label" htmlFor={`${id}-${kind}-${code}`}>
            {words}
          </label>
        </div>
      ))}
      <Fault id={`${id}-reasons`} fault="reasons" faults={faults} />
    </fieldset>
  )
}
