import type { LinkVerdict, LinkView } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { useSession } from '../people/session.ts'
import { useTipWrite } from '../tips/useTipWrite.ts'

type Verdict = LinkVerdict['verdict']
type Props = { tipId: string; link: LinkView; linkId: string }

/** What a person said of a link, the way to say it, and the way to take it back. */
export const LinkVerdictLine = ({ tipId, link, linkId }: Props) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  const [asked, setAsked] = useState<Verdict>()
  const { reportId } = link
  const judge = useTipWrite(tipId, (body: { verdict: Verdict; because: string }) =>
    desk.call('judgeLink', { params: { tipId }, body: { reportId, linkId, ...body } }),
  )
  const undo = useTipWrite(tipId, () =>
    desk.call('undoLinkVerdict', { params: { tipId }, body: { reportId, linkId } }),
  )
  const may = mayEverDo('judgeLink', role)
  const ask = (verdict: Verdict): void => {
    judge.reset()
    undo.reset()
    setAsked(verdict)
  }
  const takeBack = (): void => {
    judge.reset()
    if (!undo.isPending) undo.mutate(undefined)
  }
  return (
    <div className="stack-tight">
      {link.clearinghouse ? (
        <Said verdict={link.clearinghouse} report={reportId} busy={false} onUndo={undefined} />
      ) : null}
      {link.verdict ? (
        <Said
          verdict={link.verdict}
          report={reportId}
          busy={undo.isPending}
          onUndo={may ? takeBack : undefined}
        />
      ) : null}
      {may && !link.verdict && !asked ? <Ways report={reportId} onAsk={ask} /> : null}
      {asked ? (
        <ReasonForm
          send={asked === 'confirmed' ? t.judging.confirmLink(reportId) : t.judging.rejectLink(reportId)}
          busy={judge.isPending}
          error={judge.error}
          onCancel={() => setAsked(undefined)}
          onSend={(because) =>
            judge.mutate({ verdict: asked, because }, { onSuccess: () => setAsked(undefined) })
          }
        />
      ) : null}
      {undo.isError ? <ErrorNotice error={undo.error} /> : null}
      <span role="status" className="small">
        {judge.isSuccess ? t.judging.linkSaved : undo.isSuccess ? t.judging.linkUndone : ''}
      </span>
    </div>
  )
}

const Ways = ({ report, onAsk }: { report: string; onAsk: (verdict: Verdict) => void }) => {
  const t = useMessages()
  return (
    <span className="cluster small no-print">
      <button
        type="button"
        className="usa-button usa-button--unstyled"
        aria-label={t.judging.confirmLink(report)}
        onClick={() => onAsk('confirmed')}
      >
        {t.judging.confirm}
      </button>
      <button
        type="button"
        className="usa-button usa-button--unstyled"
        aria-label={t.judging.rejectLink(report)}
        onClick={() => onAsk('rejected')}
      >
        {t.judging.reject}
      </button>
    </span>
  )
}

type SaidProps = { verdict: LinkVerdict; report: string; busy: boolean; onUndo: (() => void) | undefined }

const Said = ({ verdict, report, busy, onUndo }: SaidProps) => {
  const t = useMessages()
  const good = verdict.verdict === 'confirmed'
  return (
    <span className="cluster small">
      <span className={`tag ${good ? 'tag-good' : 'tag-warn'}`}>
        {good ? t.judging.confirmed : t.judging.rejected}
      </span>
      <span>
        {t.judging.by(verdict.by)}, <Moment at={verdict.at} /> · {verdict.because}
      </span>
      {onUndo ? (
        <button
          type="button"
          className="usa-button usa-button--unstyled no-print"
          aria-label={t.judging.undoLink(report)}
          aria-disabled={busy}
          onClick={onUndo}
        >
          {busy ? t.judging.undoing : t.judging.undo}
        </button>
      ) : null}
    </span>
  )
}
