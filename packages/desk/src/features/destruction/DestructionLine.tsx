import type { DestructionView } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { desk, queryClient } from '../../platform/api.ts'
import { keepFile } from '../../platform/keepFile.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { useSession } from '../people/session.ts'
import { useWords } from './useWords.ts'

type Props = { destruction: DestructionView }

/** One request: what it is about, under what, who, and what may be done with it now. */
export const DestructionLine = ({ destruction }: Props) => {
  const w = useWords()
  const { fileId, reportId, sha256, basis, court, number, dated, rule, because, state } = destruction
  const under = basis === 'order' ? [court, number, dated].join(', ') : rule
  const isWaiting = state === 'proposed'
  return (
    <section className="sub-card stack-tight" aria-label={`${w.states[state]}: ${w.file} ${fileId}`}>
      <p className="cluster">
        <span className={`tag ${isWaiting ? 'tag-warn' : 'tag-quiet'}`}>{w.states[state]}</span>
        <span>
          {w.file} <span className="mono">{fileId}</span>, {w.report} {reportId}
        </span>
      </p>
      <p className="small mono">SHA-256 {sha256}</p>
      <p>
        {w.under} {w.bases[basis]}: {under}. {because}
      </p>
      <p className="small">
        {w.askedBy(destruction.proposedBy, destruction.agency)}, <Moment at={destruction.proposedAt} both />
        {destruction.decidedBy && destruction.decidedAt ? (
          <>
            . {w.decidedBy(destruction.decidedBy)}, <Moment at={destruction.decidedAt} both />:{' '}
            {destruction.decidedBecause}
          </>
        ) : null}
        {destruction.keyDestroyedAt ? (
          <>
            . {w.gone} <Moment at={destruction.keyDestroyedAt} both />
          </>
        ) : null}
      </p>
      <Holds destruction={destruction} />
      {state === 'done' ? <Certificate destruction={destruction} /> : null}
      <Acts destruction={destruction} />
    </section>
  )
}

const Holds = ({ destruction: { holds } }: Props) => {
  const w = useWords()
  if (holds.length === 0) return null
  return (
    <div className="small">
      <strong>{w.keptBy}</strong>
      <ul>
        {holds.map(({ kind, agency, until, stands }) => (
          <li key={`${kind} ${agency ?? ''}`}>
            {w.holds[kind]}
            {agency ? `, ${agency}` : ''}
            {until ? (
              <>
                {`, ${w.until} `}
                <Moment at={until} />
              </>
            ) : null}
            {stands ? '' : ` (${w.lifted})`}
          </li>
        ))}
      </ul>
    </div>
  )
}

const Certificate = ({ destruction: { destructionId, fileId } }: Props) => {
  const w = useWords()
  const save = useMutation({
    mutationFn: () => desk.call('readDestructionCertificate', { params: { destructionId } }),
    onSuccess: ({ certificate }) =>
      keepFile(new Blob([certificate], { type: 'text/plain' }), `certificate-of-destruction-${fileId}.txt`),
  })
  return (
    <div className="stack-tight no-print">
      <p className="cluster">
        <button
          type="button"
          className="usa-button usa-button--outline usa-button--small"
          aria-disabled={save.isPending}
          onClick={() => (save.isPending ? undefined : save.mutate())}
        >
          {w.certificate}
        </button>
        <span className="muted small">{w.certificateLater}</span>
      </p>
      {save.isError ? <ErrorNotice error={save.error} /> : null}
    </div>
  )
}

type Act = 'approved' | 'refused' | 'withdrawn'

const Acts = ({ destruction: { destructionId, state, isMine, agency } }: Props) => {
  const w = useWords()
  const { role, agency: mine } = useSession().actingFor
  const [act, setAct] = useState<Act>()
  const send = useMutation({
    mutationFn: ({ verdict, because }: { verdict: Act; because: string }) =>
      verdict === 'withdrawn'
        ? desk.call('withdrawDestruction', { params: { destructionId }, body: { because } })
        : desk.call('decideDestruction', { params: { destructionId }, body: { verdict, because } }),
    onSuccess: () => {
      setAct(undefined)
      void queryClient.invalidateQueries({ queryKey: ['listDestructions'] })
      void queryClient.invalidateQueries({ queryKey: ['listFiles'] })
    },
  })
  const goesOn = state === 'approved' || state === 'key destroyed'
  if ((state !== 'proposed' && !goesOn) || agency !== mine.name) return null
  const mayDecide = mayEverDo('decideDestruction', role) && !isMine
  const words: Record<Act, string> = {
    approved: goesOn ? w.goOn : w.approveNow,
    refused: w.refuseNow,
    withdrawn: w.withdrawNow,
  }
  const choose = (verdict: Act, text: string) => (
    <button
      type="button"
      className="usa-button usa-button--outline usa-button--small"
      onClick={() => setAct(verdict)}
    >
      {text}
    </button>
  )
  if (act)
    return (
      <>
        {act === 'approved' ? <Notice tone="warn">{w.approveWarn}</Notice> : null}
        <ReasonForm
          send={words[act]}
          busy={send.isPending}
          error={send.error}
          prompt="file destruction decided"
          onSend={(because) => send.mutate({ verdict: act, because })}
          onCancel={() => setAct(undefined)}
        />
      </>
    )
  return (
    <p className="cluster no-print">
      {mayDecide ? choose('approved', goesOn ? w.goOn : w.approve) : null}
      {mayDecide && !goesOn ? choose('refused', w.refuse) : null}
      {isMine && !goesOn ? choose('withdrawn', w.withdraw) : null}
      {isMine ? <span className="muted small">{w.needsOther}</span> : null}
    </p>
  )
}
