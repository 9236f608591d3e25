import type { LedgerPage, LedgerVerification } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useMessages } from '../../messages/messages.tsx'
import { desk, queryClient, reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Section.tsx'
import { useSession } from '../people/session.ts'

/** How often a running verification is asked how far it is. */
const watchMs = 500

const useVerification = () => {
  const start = useMutation({
    mutationFn: () => desk.call('verifyLedger', { body: {} }),
    onSuccess: (view) => queryClient.setQueryData(keyOf(view.verificationId), view),
  })
  const verificationId = start.data?.verificationId ?? ''
  const watch = useQuery({
    ...reading('readLedgerVerification', { params: { verificationId } }),
    enabled: verificationId !== '',
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? watchMs : false),
    refetchOnWindowFocus: false,
  })
  return { start, watch, view: verificationId === '' ? undefined : (watch.data ?? start.data) }
}

const keyOf = (verificationId: string) =>
  reading('readLedgerVerification', { params: { verificationId } }).queryKey

/** Derives the ledger again when asked, tells how far it is, and then what came of it. */
export const Verification = ({ checkpoint }: { checkpoint: LedgerPage['checkpoint'] | undefined }) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  const { start, watch, view } = useVerification()
  const busy = start.isPending || view?.state === 'running'
  if (!mayEverDo('verifyLedger', role)) return null
  return (
    <Section level={2} id="verification" title={t.ledger.verifyTitle} about={t.ledger.verifyAbout}>
      {checkpoint === undefined ? null : (
        <p className="small">{checkpoint ? t.ledger.checkpoint(checkpoint.size) : t.ledger.noCheckpoint}</p>
      )}
      <div className="cluster">
        <button
          type="button"
          className="usa-button usa-button--small"
          aria-disabled={busy}
          onClick={() => (busy ? undefined : start.mutate())}
        >
          {t.ledger.verify}
        </button>
        {start.isPending ? <span role="status">{t.ledger.starting}</span> : null}
      </div>
      {start.isError ? <ErrorNotice error={start.error} /> : null}
      {watch.isError ? <ErrorNotice error={watch.error} onRetry={() => void watch.refetch()} /> : null}
      {view ? <Outcome view={view} /> : null}
    </Section>
  )
}

const tones = { running: 'info', sound: 'good', wrong: 'alarm', failed: 'alarm' } as const

const Outcome = ({ view }: { view: LedgerVerification }) => {
  const t = useMessages()
  const said = t.ledger.progress(view.done, view.size)
  return (
    <>
      {view.state === 'running' ? (
        <progress aria-label={t.ledger.progressName} value={view.done} max={Math.max(1, view.size)} />
      ) : null}
      <Notice tone={tones[view.state]}>
        <strong role={view.state === 'sound' ? 'status' : undefined}>{t.ledger.states[view.state]}</strong>
        <span>{said}</span>
        {view.endedAt ? (
          <span className="small">
            {t.ledger.ended} <Moment at={view.endedAt} both />
          </span>
        ) : null}
        {view.root ? (
          <span className="small">
            {t.ledger.root}: <span className="mono">{view.root}</span>
          </span>
        ) : null}
        {view.problemCount > 0 ? <strong>{t.ledger.problems(view.problemCount)}</strong> : null}
        {view.problems.map((each) => (
          <span key={`${each.where} ${each.what}`}>
            {each.where}: {each.what}
          </span>
        ))}
      </Notice>
    </>
  )
}
