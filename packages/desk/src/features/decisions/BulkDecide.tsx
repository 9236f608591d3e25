import type { QueueRow } from '@opentipline/contract'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { intervalText } from '../../ui/Score.tsx'
import { renewQueues } from '../tips/queueQuery.ts'
import { DecisionForm } from './DecisionForm.tsx'
import { type Draft, emptyDraft } from './drafts.ts'
import { draftFaults, requestOf } from './draftRules.ts'
import { offerUndo } from './pending.ts'
import { AsWritten } from '../../ui/Told.tsx'

type Outcome = { row: QueueRow; error: unknown }
type Props = { tips: readonly QueueRow[]; onClose: () => void; onDone: () => void }

/**
 * One decision on several tips, each of which is listed. Each is a decision of its own with its own entry in the log and
 * its own undo: where one is refused, the others stand, and it is told which.
 */
export const BulkDecide = ({ tips, onClose, onDone }: Props) => {
  const t = useMessages()
  const id = useId()
  const [draft, setDraft] = useState<Draft>(emptyDraft)
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState(0)
  // What the list was when it was opened is what is decided, whatever comes meanwhile.
  const [listed] = useState(tips)
  const faults = tried ? draftFaults(draft, Date.now()) : []
  const decide = useMutation({
    mutationFn: async (wish: Parameters<typeof requestOf>[0]): Promise<Outcome[]> => {
      const outcomes: Outcome[] = []
      for (const row of listed) {
        outcomes.push({ row, error: await decideOne(row, wish) })
        setDone(outcomes.length)
      }
      return outcomes
    },
    onSuccess: (outcomes) => {
      void renewQueues()
      if (outcomes.every(({ error }) => error === undefined)) {
        onDone()
        onClose()
      }
    },
  })
  const send = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    const { kind } = draft
    if (kind && draftFaults(draft, Date.now()).length === 0 && !decide.isPending)
      decide.mutate({ ...draft, kind })
  }
  const refused = decide.data?.filter(({ error }) => error !== undefined) ?? []
  return (
    <Dialog title={t.finding.decideThese(listed.length)} onClose={onClose}>
      <form className="stack pane-form" onSubmit={send}>
        <p>{t.finding.decideEach}</p>
        <ol className="bulk-list" tabIndex={0} aria-label={t.finding.selected(listed.length)}>
          {listed.map((row) => (
            <li key={row.tipId}>
              {row.incidentType ? <AsWritten>{row.incidentType}</AsWritten> : t.queue.noType}{' '}
              <span className="muted small">
                {t.tip.tip} {row.tipId} · <AsWritten>{row.band}</AsWritten> · {t.queue.risk}{' '}
                {intervalText(row.risk)} · {row.provider ?? t.queue.noProvider}
              </span>
            </li>
          ))}
        </ol>
        {refused.length > 0 ? (
          <>
            <p role="alert" className="field-error">
              {t.finding.someRefused(listed.length - refused.length, refused.length)}
            </p>
            {refused.map(({ row, error }) => (
              <div key={row.tipId}>
                <p>
                  {t.tip.tip} {row.tipId}
                </p>
                <ErrorNotice error={error} />
              </div>
            ))}
          </>
        ) : (
          <>
            <DecisionForm draft={draft} onChange={setDraft} faults={faults} id={id} />
            <div className="cluster">
              <button type="submit" className="usa-button" aria-disabled={decide.isPending}>
                {t.finding.decideThese(listed.length)}
              </button>
              <span role="status">{decide.isPending ? t.finding.decided(done, listed.length) : ''}</span>
            </div>
            <Asked prompt="decision" />
          </>
        )}
      </form>
    </Dialog>
  )
}

const decideOne = async (row: QueueRow, wish: Parameters<typeof requestOf>[0]): Promise<unknown> => {
  try {
    const decision = await desk.call('decide', { params: { tipId: row.tipId }, body: requestOf(wish) })
    offerUndo(row.tipId, decision)
    return undefined
  } catch (error) {
    return error
  }
}
