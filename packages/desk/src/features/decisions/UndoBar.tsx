import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { endUndo, onUndoAsked, type Undoable, useUndo, useUndoable, useUndoAll } from './pending.ts'

/** Lines of single decisions at most: more would cover the list that somebody works in. */
const linesMax = 3

/** What was decided a moment ago, with the seconds left to take it back. Stays while one moves through the queue. */
export const UndoBar = () => {
  const list = useUndoable()
  const undo = useUndo()
  const newest = list.findLast(({ state }) => state === 'open')
  const { mutate, isPending } = undo
  const open = list.filter(({ state }) => state === 'open')
  const [first] = open
  useEffect(
    () => onUndoAsked(() => (newest && !isPending ? mutate(newest) : undefined)),
    [newest, isPending, mutate],
  )
  return (
    <div className="undo-bar no-print" role="status">
      {undo.isError ? <ErrorNotice error={undo.error} /> : null}
      {open.length > 1 && first ? <UndoAll all={open} first={first} /> : null}
      {list.slice(-linesMax).map((each) => (
        <UndoLine
          key={each.decision.decisionId}
          undoable={each}
          busy={isPending}
          newest={each === newest}
          onUndo={() => mutate(each)}
        />
      ))}
    </div>
  )
}

/** What was decided together is taken back together; the one that takes effect first counts down. */
const UndoAll = ({ all, first }: { all: readonly Undoable[]; first: Undoable }) => {
  const t = useMessages()
  const { mutate, isPending, isError, error } = useUndoAll()
  return (
    <div className="undo-line">
      <Icon name="undo" />
      <span>{t.decide.recordedAll(all.length)}</span>
      <Countdown undoable={first} />
      <button
        type="button"
        className="usa-button usa-button--small"
        disabled={isPending}
        onClick={() => mutate(all)}
      >
        {isPending ? t.decide.undoing : t.decide.undoAll(all.length)}
      </button>
      {isError ? <ErrorNotice error={error} /> : null}
    </div>
  )
}

type LineProps = { undoable: Undoable; busy: boolean; newest: boolean; onUndo: () => void }

const UndoLine = ({ undoable, busy, newest, onUndo }: LineProps) => {
  const t = useMessages()
  const { tipId, decision, state } = undoable
  return (
    <div className="undo-line">
      <Icon name={state === 'undone' ? 'undo' : 'good'} />
      <span>
        {state === 'undone' ? t.decide.undone(tipId) : t.decide.recorded(t.kinds[decision.kind], tipId)}{' '}
        <Link to="/tips/$tipId" params={{ tipId }} search={{}}>
          {t.common.open}
        </Link>
      </span>
      {state === 'open' ? <Countdown undoable={undoable} /> : null}
      {state === 'over' ? <span>{t.decide.over}</span> : null}
      {state === 'open' ? (
        <button type="button" className="usa-button usa-button--small" disabled={busy} onClick={onUndo}>
          {busy ? t.decide.undoing : t.decide.undo} {newest ? <kbd>z</kbd> : null}
        </button>
      ) : null}
    </div>
  )
}

const secondsLeft = (untilMs: number): number => Math.max(0, Math.ceil((untilMs - Date.now()) / 1000))

/** Counts down by sight; a screen reader is told once, by the line itself, and not every second. */
const Countdown = ({ undoable: { untilMs, decision } }: { undoable: Undoable }) => {
  const t = useMessages()
  const [left, setLeft] = useState(() => secondsLeft(untilMs))
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsLeft(untilMs)), 250)
    return () => clearInterval(timer)
  }, [untilMs])
  useEffect(() => {
    if (left === 0) endUndo(decision.decisionId)
  }, [left, decision.decisionId])
  return (
    <span className="undo-count" aria-hidden="true">
      {t.decide.takesEffect(left)}
    </span>
  )
}
