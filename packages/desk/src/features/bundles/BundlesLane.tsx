import type { Bundle } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useMessages, useShownLanguage } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { askForKeys, onKeys } from '../../ui/keys.ts'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { momentText } from '../../ui/time.ts'
import { useTitle } from '../../ui/useTitle.ts'
import { useUndoLast } from '../decisions/pending.ts'
import { LaneTabs } from '../tips/LaneTabs.tsx'
import { useQueue } from '../tips/queueQuery.ts'
import { BundleName } from './BundleName.tsx'

/** Bundles that the server lists at most. */
const listedMax = 200
/** How often it is looked whether other bundles are there, while the page is seen. */
const watchMs = 60_000

const sameBundles = (a: readonly Bundle[], b: readonly Bundle[]): boolean =>
  a.length === b.length &&
  a.every((bundle, at) => bundle.bundleId === b[at]?.bundleId && bundle.tips === b[at]?.tips)

/**
 * The list as it was when it was asked for, and whether it reads otherwise by now: no line moves under somebody's hand.
 */
const useBundles = () => {
  const t = useMessages()
  useTitle(`${t.queue.title}: ${t.lanes.bundles}`)
  const list = useQuery({
    ...reading('listBundles', {}),
    staleTime: 0,
    refetchInterval: watchMs,
    refetchOnWindowFocus: false,
  })
  const [shown, setShown] = useState<readonly Bundle[]>()
  const [shownAt, setShownAt] = useState(0)
  const latest = list.data?.bundles
  const show = (): void => {
    setShown(latest)
    setShownAt(list.dataUpdatedAt)
  }
  // What the tabs counted may stand in the cache from before: the first list that is shown is a fresh one.
  const isFresh = list.isFetchedAfterMount
  useEffect(() => {
    if (shown === undefined && isFresh && latest) {
      setShown(latest)
      setShownAt(list.dataUpdatedAt)
    }
  }, [shown, isFresh, latest, list.dataUpdatedAt])
  const moved = shown !== undefined && latest !== undefined && !sameBundles(shown, latest)
  return { list, shown, shownAt, moved, show }
}

/** The lane whose lines are bundles: open tips that tell of one item, the largest first. */
export const BundlesLane = () => {
  const t = useMessages()
  const language = useShownLanguage()
  const counts = useQueue({}).data?.pages[0]?.counts
  const { list, shown, shownAt, moved, show } = useBundles()
  return (
    <div className="page queue">
      <div className="queue-head">
        <h1 tabIndex={-1}>{t.queue.title}</h1>
        <LaneTabs search={{ lane: 'bundles' }} counts={counts} />
      </div>
      <div className="queue-bar">
        <p className="muted small queue-lane-about">{t.laneAbout.bundles}</p>
      </div>
      {shown === undefined && list.isPending ? <Loading /> : null}
      {list.isError ? <ErrorNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      <div className="news no-print" role="status">
        {moved ? (
          <span className="news-pill">
            {t.together.bundlesMoved}{' '}
            <button type="button" className="usa-button usa-button--small" onClick={show}>
              {t.queue.renew}
            </button>
          </span>
        ) : null}
      </div>
      {shown?.length === 0 ? <Notice tone="good">{t.together.noBundles}</Notice> : null}
      {shown && shown.length > 0 ? <BundleLines bundles={shown} /> : null}
      {shown ? (
        <p className="muted small queue-foot" role="status">
          {t.together.bundlesShown(shown.length)}{' '}
          {shown.length >= listedMax ? `${t.together.bundlesMost(listedMax)} ` : ''}
          {t.queue.fetched(momentText(shownAt, { language, seconds: true }))}.
        </p>
      ) : null}
    </div>
  )
}

/** One line is reached by Tab; arrows, or j and k, move between them, as in every lane. */
const BundleLines = ({ bundles }: { bundles: readonly Bundle[] }) => {
  const t = useMessages()
  const navigate = useNavigate()
  const undoLast = useUndoLast()
  const from = useLocation().hash
  const lines = useRef<HTMLUListElement>(null)
  const [active, setActive] = useState(from)
  const index = Math.max(
    0,
    bundles.findIndex(({ bundleId }) => bundleId === active),
  )
  const focus = (at: number): void =>
    lines.current?.querySelectorAll<HTMLElement>('[data-bundle]')[at]?.focus()
  // Whoever comes back from a bundle finds its line under the hand.
  useEffect(() => {
    if (from && bundles.some(({ bundleId }) => bundleId === from)) focus(index)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- on arrival alone
  }, [])
  const move = (step: number): void => focus(Math.min(bundles.length - 1, Math.max(0, index + step)))
  const open = (): void => {
    const bundleId = bundles[index]?.bundleId
    if (bundleId) void navigate({ to: '/bundles/$bundleId', params: { bundleId } })
  }
  const keys = onKeys({
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    j: () => move(1),
    k: () => move(-1),
    o: open,
    z: undoLast,
    '?': askForKeys,
  })
  return (
    <ul ref={lines} className="line-list bundle-lines" aria-label={t.lanes.bundles} onKeyDown={keys}>
      {bundles.map((bundle, at) => (
        <li className="line" key={bundle.bundleId}>
          <span className="cluster">
            <Link
              to="/bundles/$bundleId"
              params={{ bundleId: bundle.bundleId }}
              className="row-link"
              data-bundle={bundle.bundleId}
              tabIndex={at === index ? 0 : -1}
              onFocus={() => setActive(bundle.bundleId)}
            >
              {t.together.tips(bundle.tips)}
            </Link>
            <span className="tag">{t.together.by[bundle.by] ?? bundle.by}</span>
            <BundleName bundle={bundle} />
          </span>
        </li>
      ))}
    </ul>
  )
}
