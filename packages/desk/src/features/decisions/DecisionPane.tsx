import type { TipDetail } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, lazy, Suspense, useId, useRef, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { Asked } from '../../ui/Asked.tsx'
import { DeskProblem } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { type Bindings, onKeys } from '../../ui/keys.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Refused } from '../../ui/Told.tsx'
import { useInForceWords } from '../law/inForceWords.ts'
import { isLeasedByOther } from '../leases/useLease.ts'
import { useSession } from '../people/session.ts'
import { DecisionForm } from './DecisionForm.tsx'
import { type Draft, keepDraft, readDraft } from './drafts.ts'
import { draftFaults } from './draftRules.ts'
import { Answer, ReturnForm } from '../referrals/Answer.tsx'
import { Standing } from './Standing.tsx'
import { Waiting } from './Waiting.tsx'
import { useDecide } from './useDecide.ts'

const PaneLists = lazy(async () => ({ default: (await import('../checklists/PaneLists.tsx')).PaneLists }))

type Props = { tip: TipDetail; tipKeys: Bindings; onNext: () => void }

/** The decision that stands: the newest that was not taken back. */
const standingOf = (tip: TipDetail) =>
  tip.row.state === 'open' ? undefined : tip.decisions.find(({ undoneAt }) => undoneAt === null)

/** What stands in the pane: an answer to an offer, a decision that waits or stands, or the form to decide. */
const Inner = (props: Props) => {
  const { tip, tipKeys } = props
  const standing = standingOf(tip)
  if (tip.row.state === 'open' && tip.referral?.may.includes('accept')) return <Answer tip={tip} />
  if (tip.row.state === 'waiting' && standing)
    return <Waiting tip={tip} decision={standing} tipKeys={tipKeys} />
  if (standing || tip.row.state === 'returned')
    return <Standing tip={tip} decision={standing} tipKeys={tipKeys} />
  return <Deciding key={tip.row.tipId} {...props} />
}

/** Where a person decides. Always at hand beside the tip. */
export const DecisionPane = (props: Props) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  return (
    <section className="pane" id="decide" aria-labelledby="decide-title">
      {!mayEverDo('decide', role) ? <p>{t.decide.notYours}</p> : null}
      {mayEverDo('decide', role) ? <Inner {...props} /> : null}
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
  const inForceWords = useInForceWords()
  const id = useId()
  const pane = useRef<HTMLFormElement>(null)
  const { tipId } = tip.row
  const [draft, setDraft] = useDraft(tipId)
  const [tried, setTried] = useState(false)
  const decide = useDecide((input) => (input.stay ? undefined : onNext()))
  const leased = isLeasedByOther(decide.error)
  const refusal =
    tip.decisions[0]?.countersign?.state === 'refused' ? tip.decisions[0].countersign : undefined
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
    <>
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
        {refusal ? (
          <Notice tone="warn">
            <span>{t.discretion.countersign.refusedNow(refusal.by ?? '')}</span>
            <span>{refusal.because}</span>
          </Notice>
        ) : null}
        <Suspense>
          <PaneLists tipId={tipId} kind={draft.kind} />
        </Suspense>
        <DecisionForm draft={draft} onChange={setDraft} faults={faults} id={id} />
        {decide.isError && !leased ? <ErrorNotice error={decide.error} /> : null}
        {leased ? (
          <Notice tone="warn">
            <span>
              {decide.error instanceof DeskProblem ? (
                <Refused text={decide.error.message} />
              ) : (
                t.problemWords.leased
              )}
            </span>
            <button
              type="button"
              className="usa-button usa-button--small"
              onClick={() => decide.mutate({ tipId, draft, stay: true, takeOver: true })}
            >
              {t.discretion.lease.takeOver}
            </button>
          </Notice>
        ) : null}
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
        <p className="cluster small">
          <Asked prompt="decision" />
          <Link to="/law" hash="duty">
            {inForceWords.duty}
          </Link>
        </p>
      </form>
      {tip.referral?.may.includes('return') ? (
        <div className="pane-form">
          <hr />
          <ReturnForm tip={tip} />
        </div>
      ) : null}
    </>
  )
}

/** The words of a fault stand right under its field: the focus goes to the field they speak of. */
const focusFirstFault = (pane: HTMLElement | null): void => {
  const words = pane?.querySelector('.field-error')
  const described = words ? pane?.querySelector<HTMLElement>(`[aria-describedby~="${words.id}"]`) : undefined
  const field = described?.matches('fieldset') ? described.querySelector<HTMLElement>('input') : described
  ;(field ?? pane?.querySelector<HTMLElement>('input'))?.focus()
}
