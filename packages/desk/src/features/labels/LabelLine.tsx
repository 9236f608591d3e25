import type { LabelView, TipDetail } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { Moment } from '../../ui/Moment.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { useSession } from '../people/session.ts'
import { useTipWrite } from '../tips/useTipWrite.ts'
import { Told } from '../../ui/Told.tsx'

type Label = LabelView['computed'] | null

/** The computed label and a person's beside it, with who, when and why; and the way to change it. */
export const LabelLine = ({ tip }: { tip: TipDetail }) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  const [open, setOpen] = useState(false)
  const { tipId } = tip.row
  const change = useTipWrite(tipId, (body: { label: Label; because: string }) =>
    desk.call('overrideLabel', { params: { tipId }, body }),
  )
  if (!tip.label) return null
  const words = (label: string): string => t.judging.labels[label] ?? label
  return (
    <div className="stack-tight label-line">
      <span className="cluster small">
        <strong>{t.judging.label}</strong>
        <span>
          <span className="muted">{t.judging.computed}:</span> {words(tip.label.computed)} ·{' '}
          <Told text={tip.label.computedBecause} />
        </span>
        {mayEverDo('overrideLabel', role) ? (
          <button
            type="button"
            className="usa-button usa-button--unstyled no-print"
            aria-expanded={open}
            onClick={() => {
              change.reset()
              setOpen(!open)
            }}
          >
            {t.judging.changeLabel}
          </button>
        ) : null}
      </span>
      <Said said={tip.label.clearinghouse} />
      <Said said={tip.label.override} />
      {open ? (
        <LabelForm
          view={tip.label}
          busy={change.isPending}
          error={change.error}
          onCancel={() => setOpen(false)}
          onSend={(label, because) => change.mutate({ label, because }, { onSuccess: () => setOpen(false) })}
        />
      ) : null}
      <span role="status" className="small">
        {change.isSuccess ? t.judging.labelSaved : ''}
      </span>
    </div>
  )
}

/** What the clearinghouse said, and what a person of the agency did: that one counts before it. */
const Said = ({ said }: { said: LabelView['override'] }) => {
  const t = useMessages()
  if (!said) return null
  const { label, by, at, because } = said
  return (
    <span className="cluster small">
      <span className="tag tag-warn">
        {label === null ? t.judging.wentBack(by) : t.judging.setBy(t.judging.labels[label] ?? label, by)}
      </span>
      <span>
        <Moment at={at} /> · {because}
      </span>
    </span>
  )
}

type FormProps = {
  view: LabelView
  busy: boolean
  error: unknown
  onSend: (label: Label, because: string) => void
  onCancel: () => void
}

/** Offers what does not stand already. */
const LabelForm = ({ view, busy, error, onSend, onCancel }: FormProps) => {
  const t = useMessages()
  const id = useId()
  const own = view.override?.label ?? null
  const standing = own ?? (view.override ? null : view.clearinghouse?.label) ?? view.computed
  const labels = (['referral', 'informational'] as const).filter((each) => each !== standing)
  const choices: readonly Label[] = own === null ? labels : [...labels, null]
  const [label, setLabel] = useState<Label>(choices[0] ?? null)
  const words = (each: Label): string =>
    each === null
      ? t.judging.backToComputed(t.judging.labels[view.computed] ?? view.computed)
      : (t.judging.labels[each] ?? each)
  return (
    <ReasonForm
      send={t.judging.saveLabel}
      busy={busy}
      error={error}
      onSend={(because) => onSend(label, because)}
      onCancel={onCancel}
    >
      <div>
        <label className="usa-label" htmlFor={id}>
          {t.judging.newLabel}
        </label>
        <select
          id={id}
          className="usa-select"
          value={label ?? ''}
          onChange={(event) => setLabel(choices.find((each) => (each ?? '') === event.target.value) ?? null)}
        >
          {choices.map((each) => (
            <option key={each ?? ''} value={each ?? ''}>
              {words(each)}
            </option>
          ))}
        </select>
      </div>
    </ReasonForm>
  )
}
