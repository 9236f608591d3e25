import type { TipDetail } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { lazyPart } from '../../platform/lazy.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { askForKeys, type Bindings } from '../../ui/keys.ts'
import { Loading } from '../../ui/Loading.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { Change } from '../assessments/Change.tsx'
import { Compare } from '../assessments/Compare.tsx'
import { Parts } from '../assessments/Parts.tsx'
import { Why } from '../assessments/Why.tsx'
import { Clocks } from '../clocks/Clocks.tsx'
import { decideKeys } from '../decisions/decideKeys.ts'
import { DecisionPane } from '../decisions/DecisionPane.tsx'
import { useUndoLast } from '../decisions/pending.ts'
import { Derived } from '../findings/Derived.tsx'
import { Notes } from '../notes/Notes.tsx'
import { ReferralChain } from '../referrals/ReferralChain.tsx'
import { Records } from '../records/Records.tsx'
import { Amendments } from '../reports/Amendments.tsx'
import { RawSource } from '../reports/RawSource.tsx'
import { Corrections } from '../routing/Corrections.tsx'
import { Stated } from '../reports/Stated.tsx'
import { Voice } from '../../ui/Voice.tsx'
import { useTipMoves } from './neighbours.ts'
import { PageMap } from './PageMap.tsx'
import { markRead } from './queueQuery.ts'
import { QueueRail } from './QueueRail.tsx'
import type { QueueSearch } from './search.ts'
import { TipHead } from './TipHead.tsx'
import { TipHistory } from './TipHistory.tsx'
import { AsWrittenNote } from '../../ui/Told.tsx'

/** What stands low on the page comes with it, and not with the queue: the first page stays light on a slow line. */
const PastAssessments = lazyPart(() =>
  import('../assessments/PastAssessments.tsx').then((found) => found.PastAssessments),
)
const Checklists = lazyPart(() => import('../checklists/Checklists.tsx').then((found) => found.Checklists))
const TipCases = lazyPart(() => import('../cases/TipCases.tsx').then((found) => found.TipCases))
const Outcomes = lazyPart(() => import('../outcomes/Outcomes.tsx').then((found) => found.Outcomes))
const Documents = lazyPart(() => import('../documents/Documents.tsx').then((found) => found.Documents))

type Props = { tipId: string; search: QueueSearch }

/** One tip, whole, with the pane to decide beside it. */
export const TipPage = ({ tipId, search }: Props) => {
  const t = useMessages()
  useTitle(`${t.tip.tip} ${tipId}`)
  // Every reading is recorded as this person's: it is read once, and again only after something changed.
  const tip = useQuery({
    ...reading('readTip', { params: { tipId } }),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const wasRead = tip.data !== undefined
  useEffect(() => {
    if (wasRead) markRead(tipId)
  }, [wasRead, tipId])
  const moves = useTipMoves(tipId, search)
  const undoLast = useUndoLast()
  const tipKeys: Bindings = {
    ...decideKeys,
    j: moves.toNext,
    k: moves.toPrevious,
    u: moves.toQueue,
    z: undoLast,
    '?': askForKeys,
  }
  return (
    <div className="tip-layout">
      <QueueRail moves={moves} tipId={tipId} search={search} />
      {tip.isPending ? (
        <div className="page">
          <Loading />
        </div>
      ) : null}
      {tip.isError ? (
        <div className="page stack">
          <ErrorNotice error={tip.error} onRetry={() => void tip.refetch()} />
        </div>
      ) : null}
      {tip.data ? <TipView key={tipId} tip={tip.data} moves={moves} tipKeys={tipKeys} /> : null}
    </div>
  )
}

type ViewProps = { tip: TipDetail; moves: ReturnType<typeof useTipMoves>; tipKeys: Bindings }

const useFocusOnArrival = () => {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    window.scrollTo(0, 0)
    head.current?.focus({ preventScroll: true })
  }, [])
  return head
}

const TipView = ({ tip, moves, tipKeys }: ViewProps) => {
  const t = useMessages()
  const { report, assessment, derived } = tip
  const head = useFocusOnArrival()
  const imported = report.origin.kind === 'le-json' || report.origin.kind === 'le-pdf'
  return (
    <>
      <article className="tip" aria-labelledby="tip-title">
        <TipHead tip={tip} moves={moves} tipKeys={tipKeys} headRef={head} />
        <PageMap />
        <AsWrittenNote />
        {assessment ? (
          <>
            <Parts assessment={assessment} report={report} />
            <Why assessment={assessment} report={report} />
            <Change assessment={assessment} position={tip.position} />
            <Compare tipId={tip.row.tipId} />
            <PastAssessments tipId={tip.row.tipId} report={report} />
          </>
        ) : null}
        <Checklists tipId={tip.row.tipId} />
        <Clocks tipId={tip.row.tipId} clocks={tip.clocks} />
        <Voice
          voice="stated"
          title={t.tip.stated}
          about={imported ? t.tip.statedImported : t.tip.statedAbout}
        >
          <Stated report={report} tipId={tip.row.tipId} />
          <RawSource tipId={tip.row.tipId} documents={tip.documents} />
        </Voice>
        <Voice voice="derived" title={t.tip.derived} about={t.tip.derivedAbout}>
          <Derived tip={tip} tipId={tip.row.tipId} derived={derived} report={report} />
        </Voice>
        <Voice voice="written" title={t.tip.written} about={t.tip.writtenAbout}>
          <Records tip={tip} />
          <Corrections corrections={tip.corrections ?? []} />
          <Notes tipId={tip.row.tipId} notes={tip.notes} />
          <TipCases tipId={tip.row.tipId} />
          <Outcomes tipId={tip.row.tipId} />
        </Voice>
        <Documents tipId={tip.row.tipId} />
        <Amendments tipId={tip.row.tipId} report={report} />
        {tip.referral ? <ReferralChain referral={tip.referral} /> : null}
        <TipHistory tip={tip} />
      </article>
      <DecisionPane tip={tip} tipKeys={tipKeys} onNext={moves.afterDecision} />
      <a className="pane-jump usa-button no-print" href="#decide">
        {t.decide.jump}
      </a>
    </>
  )
}
