import type { BundleDetail, QueueRow } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { intervalText } from '../../ui/Score.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { useSession } from '../people/session.ts'
import { BundleDecision } from './BundleDecision.tsx'
import { BundleName } from './BundleName.tsx'
import { AsWritten } from '../../ui/Told.tsx'

/** One bundle looked at together: what a decision can cover, and what is pulled out of it and why. */
export const BundlePage = ({ bundleId }: { bundleId: string }) => {
  const t = useMessages()
  useTitle(t.together.bundle)
  const [{ done, over }, setDone] = useState({ done: 0, over: false })
  // Each reading is recorded: it is read once, and again only after a decision that leaves something of it.
  const detail = useQuery({
    ...reading('readBundle', { params: { bundleId } }),
    enabled: !over,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  return (
    <div className="page stack">
      <Link to="/queue" search={{ lane: 'bundles' }} hash={bundleId}>
        {t.together.back}
      </Link>
      <h1 tabIndex={-1}>{t.together.bundle}</h1>
      <p role="status">{done > 0 ? t.together.decided(done) : ''}</p>
      {over ? null : detail.isPending ? (
        <Loading />
      ) : detail.isError ? (
        <ErrorNotice error={detail.error} onRetry={() => void detail.refetch()} />
      ) : (
        <BundleView detail={detail.data} onDone={(tips, isOver) => setDone({ done: tips, over: isOver })} />
      )}
    </div>
  )
}

type ViewProps = { detail: BundleDetail; onDone: (tips: number, over: boolean) => void }

const BundleView = ({ detail, onDone }: ViewProps) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  const { bundle, members, apart } = detail
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const chosen = members.filter((row) => ticked.has(row.tipId))
  const may = mayEverDo('decideBundle', role)
  return (
    <>
      <p className="cluster">
        <strong>{t.together.tips(bundle.tips)}</strong>
        <span className="tag">{t.together.by[bundle.by] ?? bundle.by}</span>
        <BundleName bundle={bundle} />
      </p>
      <Section
        level={2}
        id="apart"
        title={`${t.together.apart} (${apart.length})`}
        about={t.together.apartAbout}
      >
        {apart.length === 0 ? <p className="muted">{t.together.noApart}</p> : null}
        <ul className="line-list">
          {apart.map(({ row, because }) => (
            <li className="line" key={row.tipId}>
              <Member row={row} />
              <ul className="plain-list">
                {because.map((each) => (
                  <li key={each}>{t.questionWords[each] ?? each}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </Section>
      <Section
        level={2}
        id="members"
        title={`${t.together.members} (${members.length})`}
        about={t.together.membersAbout}
      >
        {members.length === 0 ? <p className="muted">{t.together.noMembers}</p> : null}
        {may ? <Ticks rows={members} onTick={setTicked} /> : null}
        <ul className="line-list">
          {members.map((row) => (
            <li className="line" key={row.tipId}>
              <Member row={row} ticked={may ? ticked.has(row.tipId) : undefined} onTick={setTicked} />
            </li>
          ))}
        </ul>
      </Section>
      {may && members.length > 0 ? (
        <BundleDecision bundleId={bundle.bundleId} tips={bundle.tips} chosen={chosen} onDone={onDone} />
      ) : null}
    </>
  )
}

type Tick = (change: (before: ReadonlySet<string>) => ReadonlySet<string>) => void

const Ticks = ({ rows, onTick }: { rows: readonly QueueRow[]; onTick: Tick }) => {
  const t = useMessages()
  if (rows.length < 2) return null
  return (
    <p className="cluster small no-print">
      <button
        type="button"
        className="usa-button usa-button--unstyled"
        onClick={() => onTick(() => new Set(rows.map((row) => row.tipId)))}
      >
        {t.together.chooseAll(rows.length)}
      </button>
      <button
        type="button"
        className="usa-button usa-button--unstyled"
        onClick={() => onTick(() => new Set())}
      >
        {t.together.chooseNone}
      </button>
    </p>
  )
}

const turned = (before: ReadonlySet<string>, tipId: string): ReadonlySet<string> => {
  const after = new Set(before)
  if (!after.delete(tipId)) after.add(tipId)
  return after
}

type MemberProps = { row: QueueRow; ticked?: boolean | undefined; onTick?: Tick }

/** A member in words, with a box to tick where a decision may cover it. */
const Member = ({ row, ticked, onTick }: MemberProps) => {
  const t = useMessages()
  const id = `member-${row.tipId}`
  return (
    <div className="member">
      {ticked === undefined || !onTick ? null : (
        <div className="usa-checkbox">
          <input
            className="usa-checkbox__input"
            type="checkbox"
            id={id}
            checked={ticked}
            onChange={() => onTick((before) => turned(before, row.tipId))}
          />
          <label className="usa-checkbox__label" htmlFor={id}>
            {t.together.choose(row.reportId)}
          </label>
        </div>
      )}
      <span className="cluster">
        <Link to="/tips/$tipId" params={{ tipId: row.tipId }} search={{}}>
          {row.incidentType ? <AsWritten>{row.incidentType}</AsWritten> : t.queue.noType}
        </Link>
        {ticked === undefined ? <span>{t.together.choose(row.reportId)}</span> : null}
        <span>{row.provider ?? t.queue.noProvider}</span>
        <span className={row.place ? '' : 'muted'}>{row.place ?? t.queue.noPlace}</span>
        <span className="tag">
          <AsWritten>{row.band}</AsWritten>
        </span>
        <span className="muted small">
          {t.queue.risk} {intervalText(row.risk)} · {t.queue.actionability} {intervalText(row.actionability)}
        </span>
      </span>
    </div>
  )
}
