import type { QueueRow } from '@opentipline/contract'
import type { Reach } from '@opentipline/domain'
import { useNavigate } from '@tanstack/react-router'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { askForKeys, onKeys } from '../../ui/keys.ts'
import { usePrinting } from '../../ui/usePrinting.ts'
import { useUndoLast } from '../decisions/pending.ts'
import { QueueRowView } from './QueueRowView.tsx'
import { ReachLine } from './Reach.tsx'
import { laneOf, type QueueSearch } from './search.ts'
import type { Selecting } from './selection.ts'

/** Rows drawn beyond the edge of the screen, so that a fast scroll meets rows and not a gap. */
const overscanRows = 8
/** Rows before the end at which the next page is asked for. */
const fetchAheadRows = 15
const estimatedRowPx = 92

type Props = {
  rows: readonly QueueRow[]
  total: number
  search: QueueSearch
  startAt: string | undefined
  onNearEnd: () => void
  reach: Reach | undefined
  selecting: Selecting
}

const focusRow = (list: HTMLElement | null, tipId: string | undefined): void =>
  list?.querySelector<HTMLElement>(`[data-tip="${CSS.escape(tipId ?? '')}"]`)?.focus({ preventScroll: true })

/** The one row that Tab reaches, and the moves between rows. */
const useActiveRow = (rows: readonly QueueRow[], startAt: string | undefined) => {
  const [activeTip, setActiveTip] = useState(startAt)
  const index = Math.max(
    0,
    rows.findIndex((row) => row.tipId === activeTip),
  )
  return { index, activeTip: rows[index]?.tipId, setActiveTip }
}

/** The ranked rows. Only those near the screen exist in the page; Tab reaches one, arrows or j and k move. */
export const QueueList = ({ rows, total, search, startAt, onNearEnd, reach, selecting }: Props) => {
  const t = useMessages()
  const navigate = useNavigate()
  const undoLast = useUndoLast()
  const list = useRef<HTMLUListElement>(null)
  const [margin, setMargin] = useState(0)
  const { index, activeTip, setActiveTip } = useActiveRow(rows, startAt)
  const wantsFocus = useRef(startAt !== undefined)
  // What stands above the list comes and goes; the state is set only where it differs.
  useLayoutEffect(() => setMargin(list.current?.offsetTop ?? 0))

  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => estimatedRowPx,
    overscan: overscanRows,
    scrollMargin: margin,
    getItemKey: (at) => rows[at]?.tipId ?? at,
    scrollPaddingStart: 120,
    scrollPaddingEnd: 120,
  })
  const printing = usePrinting()
  const near = virtual.getVirtualItems()
  const items = printing ? rows.map(({ tipId }, at) => ({ key: tipId, index: at, start: 0 })) : near
  const lastShown = near.at(-1)?.index ?? 0
  useEffect(() => {
    if (lastShown >= rows.length - fetchAheadRows) onNearEnd()
  }, [lastShown, rows.length, onNearEnd])

  // A row that was far away exists only after the scroll has drawn it.
  useEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    virtual.scrollToIndex(index, { align: 'auto' })
    requestAnimationFrame(() => requestAnimationFrame(() => focusRow(list.current, activeTip)))
  })

  const move = (step: number): void => {
    const to = rows[Math.min(rows.length - 1, Math.max(0, index + step))]
    if (!to) return
    wantsFocus.current = true
    setActiveTip(to.tipId)
    if (to.tipId === activeTip) focusRow(list.current, activeTip)
  }
  const open = useCallback(() => {
    if (activeTip) void navigate({ to: '/tips/$tipId', params: { tipId: activeTip }, search })
  }, [activeTip, navigate, search])
  const keys = onKeys({
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    j: () => move(1),
    k: () => move(-1),
    o: open,
    x: () => activeTip && selecting.toggle(activeTip),
    X: () => activeTip && selecting.range(activeTip),
    z: undoLast,
    '?': askForKeys,
    '/': () => document.getElementById('queue-search')?.focus(),
  })

  return (
    <ul
      ref={list}
      className="queue-list"
      aria-label={t.lanes[laneOf(search)]}
      onKeyDown={keys}
      style={{ height: virtual.getTotalSize() }}
    >
      {items.map((item) => {
        const row = rows[item.index]
        return row ? (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            aria-setsize={total}
            aria-posinset={item.index + 1}
            className="queue-item"
            style={{ transform: `translateY(${item.start - virtual.options.scrollMargin}px)` }}
          >
            {reach?.known && reach.tips > 0 && item.index === reach.tips ? <ReachLine reach={reach} /> : null}
            <QueueRowView
              row={row}
              search={search}
              tabStop={item.index === index}
              chosen={selecting.has(row.tipId)}
              onChoose={(range) => (range ? selecting.range(row.tipId) : selecting.toggle(row.tipId))}
              onFocus={() => setActiveTip(row.tipId)}
            />
          </li>
        ) : null
      })}
    </ul>
  )
}
