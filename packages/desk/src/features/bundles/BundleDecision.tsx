import { bundleTipsMax, type QueueRow } from '@opentipline/contract'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { Asked } from '../../ui/Asked.tsx'
import { useMessages } from '../../messages/messages.tsx'
import { desk, queryClient } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { DecisionForm } from '../decisions/DecisionForm.tsx'
import { emptyDraft } from '../decisions/drafts.ts'
import { draftFaults, requestOf } from '../decisions/draftRules.ts'
import { renewQueues } from '../tips/queueQuery.ts'

type Props = {
  bundleId: string
  /** Open tips of the bundle, those that are pulled out as well. */
  tips: number
  chosen: readonly QueueRow[]
  /** `over`: fewer than two are open now, and they are no bundle any more. */
  onDone: (tips: number, over: boolean) => void
}

const useBundleDecision = ({ bundleId, tips, chosen, onDone }: Props) => {
  const [draft, setDraft] = useState(emptyDraft)
  const decide = useMutation({
    mutationFn: () => {
      const { kind } = draft
      if (kind === undefined) throw new Error('A decision without a kind was sent')
      const tipIds = chosen.map((row) => row.tipId)
      return desk.call('decideBundle', {
        params: { bundleId },
        body: { ...requestOf({ ...draft, kind }), tipIds },
      })
    },
    onSuccess: ({ decisions }) => {
      const over = tips - decisions.length < 2
      onDone(decisions.length, over)
      setDraft(emptyDraft)
      void renewQueues()
      void queryClient.invalidateQueries({ queryKey: ['readTip'], refetchType: 'none' })
      void queryClient.invalidateQueries({ queryKey: ['listBundles'] })
      const own = { queryKey: ['readBundle', { params: { bundleId } }] }
      return queryClient.invalidateQueries(over ? { ...own, refetchType: 'none' } : own)
    },
  })
  return { draft, setDraft, decide }
}

/** One decision on the ticked members; each is named here before it is sent, and none is covered that is not. */
export const BundleDecision = (props: Props) => {
  const t = useMessages()
  const id = useId()
  const { chosen } = props
  const { draft, setDraft, decide } = useBundleDecision(props)
  const [tried, setTried] = useState(false)
  const tooMany = chosen.length > bundleTipsMax
  const faults = tried ? draftFaults(draft, Date.now()) : []
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (decide.isPending || chosen.length === 0 || tooMany) return
    if (draftFaults(draft, Date.now()).length > 0) return
    decide.mutate(undefined, { onSuccess: () => setTried(false) })
  }
  return (
    <form className="stack bundle-decision no-print" onSubmit={submit} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t.together.decideTitle}</h2>
      <p aria-live="polite">
        <strong>{t.together.chosen(chosen.length)}</strong>
        {chosen.length > 0 ? `: ${chosen.map((row) => row.reportId).join(', ')}` : ''}
      </p>
      <DecisionForm draft={draft} onChange={setDraft} faults={faults} id={id} />
      {tried && (chosen.length === 0 || tooMany) ? (
        <p className="field-error" role="alert">
          {tooMany ? t.together.tooMany(bundleTipsMax) : t.together.noneChosen}
        </p>
      ) : null}
      {decide.isError ? <ErrorNotice error={decide.error} /> : null}
      <div className="cluster">
        <button type="submit" className="usa-button" aria-disabled={decide.isPending}>
          {t.together.decide(chosen.length)}
        </button>
        <span role="status">{decide.isPending ? t.together.sending : ''}</span>
      </div>
      <Asked prompt="decision" />
    </form>
  )
}
