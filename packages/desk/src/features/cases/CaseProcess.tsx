import { type CaseView, type LegalProcess, type ProcessStep, processKinds } from '@opentipline/contract'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Section } from '../../ui/Section.tsx'
import { ProcessSteps } from './ProcessSteps.tsx'
import { useCaseWrite } from './useCaseWrite.ts'

/** Legal process and requests, as far as somebody said they went. */
export const CaseProcess = ({ view }: { view: CaseView }) => {
  const { cases: words } = useMessages().loop
  const { caseId, state } = view.row
  return (
    <Section level={2} id="case-process" title={words.process} about={words.processAbout}>
      {view.process.length === 0 ? <p className="muted">{words.noProcess}</p> : null}
      <ul className="line-list">
        {view.process.map((each) => (
          <ProcessLine key={each.processId} caseId={caseId} process={each} open={state === 'open'} />
        ))}
      </ul>
      {state === 'open' ? <AddProcess caseId={caseId} /> : null}
    </Section>
  )
}

const ProcessLine = (props: { caseId: string; process: LegalProcess; open: boolean }) => {
  const { caseId, process, open } = props
  const { cases: words, processKinds: kinds, processStates } = useMessages().loop
  const step = useCaseWrite((wish: ProcessStep) =>
    desk.call('stepProcess', { params: { caseId, processId: process.processId }, body: wish }),
  )
  const facts = [
    process.reference,
    process.sentOn === null ? '' : words.sentOn(process.sentOn),
    process.returnedOn === null ? '' : words.returnedOn(process.returnedOn),
  ].filter((fact) => fact !== '')
  return (
    <li className="line">
      <span className="cluster">
        <strong>{kinds[process.kind]}</strong>
        <span>{process.addressedTo}</span>
        <span className={`tag ${process.state === 'sent' ? '' : 'tag-quiet'}`}>
          {processStates[process.state]}
        </span>
      </span>
      <span className="small muted">{[...facts, words.by(process.madeBy)].join(' · ')}</span>
      {process.returned === '' ? null : <p className="prose small">{process.returned}</p>}
      {open ? <ProcessSteps process={process} step={step} /> : null}
      {step.isError ? <ErrorNotice error={step.error} /> : null}
    </li>
  )
}

const AddProcess = ({ caseId }: { caseId: string }) => {
  const { cases: words, processKinds: kinds } = useMessages().loop
  const id = useId()
  const empty = { kind: processKinds[0] as (typeof processKinds)[number], addressedTo: '', reference: '' }
  const [draft, setDraft] = useState(empty)
  const add = useCaseWrite((body: typeof draft) => desk.call('addProcess', { params: { caseId }, body }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (draft.addressedTo.trim() !== '' && !add.isPending)
      add.mutate(draft, { onSuccess: () => setDraft(empty) })
  }
  return (
    <form className="fields no-print" onSubmit={submit}>
      <div>
        <label className="usa-label" htmlFor={`${id}-kind`}>
          {words.kind}
        </label>
        <select
          id={`${id}-kind`}
          className="usa-select"
          value={draft.kind}
          onChange={(event) =>
            setDraft({
              ...draft,
              kind: processKinds.find((each) => each === event.target.value) ?? draft.kind,
            })
          }
        >
          {processKinds.map((each) => (
            <option key={each} value={each}>
              {kinds[each]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label className="usa-label" htmlFor={`${id}-to`}>
          {words.addressedTo}
        </label>
        <input
          id={`${id}-to`}
          className="usa-input"
          maxLength={200}
          value={draft.addressedTo}
          onChange={(event) => setDraft({ ...draft, addressedTo: event.target.value })}
        />
      </div>
      <div>
        <label className="usa-label" htmlFor={`${id}-ref`}>
          {words.reference}
        </label>
        <input
          id={`${id}-ref`}
          className="usa-input"
          maxLength={200}
          value={draft.reference}
          onChange={(event) => setDraft({ ...draft, reference: event.target.value })}
        />
      </div>
      <div className="cluster">
        <button
          type="submit"
          className="usa-button usa-button--outline usa-button--small"
          aria-disabled={add.isPending || draft.addressedTo.trim() === ''}
        >
          {add.isPending ? words.saving : words.addProcess}
        </button>
        <Asked prompt="case" />
      </div>
      {add.isError ? <ErrorNotice error={add.error} /> : null}
    </form>
  )
}
