import type { TipDetail } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { type Bindings, onKeys } from '../../ui/keys.ts'
import { useSession } from '../people/session.ts'
import { DecisionForm } from './DecisionForm.tsx'
import { type Draft, keepDraft, readDraft } from './drafts.ts'
import { draftFaults } from './draftRules.ts'
import { Standing } from './Standing.tsx'
import { useDecide } from './useDecide.ts'

type Props = { tip: TipDetail; tipKeys: Bindings; onNext: () => void }

/** The decision that stands: the newest that was not taken back. */
const standingOf = (tip: TipDetail) =>
  tip.row.state === 'open' ? undefined : tip.decisions.find(({ undoneAt }) => undoneAt === null)

/** Where a person decides. Always at hand beside the tip. */
export const DecisionPane = (props: Props) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  const standing = standingOf(props.tip)
  return (
    <section className="pane" id="decide" aria-labelledby="decide-title">
      {!mayEverDo('decide', role) ? <p>{t.decide.notYours}</p> : null}
      {mayEverDo('decide', role) && standing ? (
        <Standing tip={props.tip} decision={standing} tipKeys={props.tipKeys} />
      ) : null}
      {mayEverDo('decide', role) && !standing ? <Deciding key={props.tip.row.tipId} {...props} /> : null}
    </section>
  )
}

const useDraft = (tipId: string) => {
  const [draft, setDraft] = useState(() => readDraft(tipId))
  const change = (next: Draft): void => {
    keepDraft(tipId, next)
    setDraft(next)
  }
  return [draft, change] as const
}

const Deciding = ({ tip, tipKeys, onNext }: Props) => {
  const t = useMessages()
  const id = useId()
  const pane = useRef<HTMLFormElement>(null)
  const { tipId } = tip.row
  const [draft, setDraft] = useDraft(tipId)
  const [tried, setTried] = useState(false)
  const decide = useDecide((input) => (input.stay ? undefined : onNext()))
  const faults = tried ? draftFaults(draft, Date.now()) : []

  const send = (stay: boolean): void => {
    if (decide.isPending) return
    setTried(true)
    if (draftFaults(draft, Date.now()).length === 0) decide.mutate({ tipId, draft, stay })
    else requestAnimationFrame(() => focusFirstFault(pane.current))
  }
  const letters = onKeys(tipKeys)
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      send(false)
    } else letters(event)
  }
  return (
    <form
      ref={pane}
      className="stack pane-form"
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault()
        send(false)
      }}
    >
      <h2 id="decide-title" tabIndex={-1}>
        {t.decide.title}
      </h2>
      <DecisionForm draft={draft} onChange={setDraft} faults={faults} id={id} />
      {decide.isError ? <ErrorNotice error={decide.error} /> : null}
      <div className="pane-submit">
        <button type="submit" className="usa-button" aria-disabled={decide.isPending}>
          {t.decide.submitNext} <kbd aria-hidden="true">Ctrl ↵</kbd>
        </button>
        <button
          type="button"
          className="usa-button usa-button--outline"
          aria-disabled={decide.isPending}
          onClick={() => send(true)}
        >
          {t.decide.submit}
        </button>
      </div>
      <p className="small" role="status">
        {decide.isPending ? t.decide.sending : ''}
      </p>
      <Asked prompt="decision" />
    </form>
  )
}

/** The words of a fault stand right under its field: the focus goes to the field they speak of. */
const focusFirstFault = (pane: HTMLElement | null): void => {
  const words = pane?.querySelector('.field-error')
  const described = words ? pane?.querySelector<HTMLElement>(`[aria-describedby~="${words.id}"]`) : undefined
  const field = described?.matches('fieldset') ? described.querySelector<HTMLElement>('input') : described
  ;(field ?? pane?.querySelector<HTMLElement>('input'))?.focus()
}
