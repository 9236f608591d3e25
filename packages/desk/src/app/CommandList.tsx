import type { SessionView } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import { deskLanes } from '../features/tips/search.ts'
import { useUndoLast } from '../features/decisions/pending.ts'
import { useSignOut } from '../features/people/session.ts'
import { lockNow } from '../features/people/lock.ts'
import { useMessages } from '../messages/messages.tsx'
import { useKeys } from '../platform/preferences.ts'
import { Dialog } from '../ui/Dialog.tsx'
import type { Sheet } from './Shell.tsx'
import { waysOf } from './ways.ts'

type Command = { name: string; keys?: string; run: () => void }
type Props = { session: SessionView; onSheet: (sheet: Sheet) => void }

const useCommands = (session: SessionView, onSheet: (sheet: Sheet) => void): Command[] => {
  const t = useMessages()
  const navigate = useNavigate()
  const undoLast = useUndoLast()
  const signOut = useSignOut()
  const keys = useKeys()
  const { role } = session.actingFor
  const lanes = deskLanes.map((lane) => ({
    name: t.commands.goLane(t.lanes[lane]),
    run: () => void navigate({ to: '/queue', search: { lane } }),
  }))
  return [
    ...(mayEverDo('listTips', role) ? lanes : []),
    ...(mayEverDo('decide', role)
      ? [{ name: t.keys.undo, ...(keys.undo ? { keys: keys.undo } : {}), run: undoLast }]
      : []),
    ...waysOf(role).map((way) => ({ name: way.name(t), run: () => void navigate(way.link) })),
    { name: t.keys.title, ...(keys.help ? { keys: keys.help } : {}), run: () => onSheet('keys') },
    { name: t.people.lock, run: lockNow },
    { name: t.shell.signOut, run: () => signOut.mutate() },
  ]
}

/** Every command by name; it also teaches the keys. */
export const CommandList = ({ session, onSheet }: Props) => {
  const t = useMessages()
  const commands = useCommands(session, onSheet)
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const found = commands.filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()))
  const at = Math.min(active, found.length - 1)
  const run = (command: Command | undefined): void => {
    if (!command) return
    onSheet(undefined)
    command.run()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setActive(Math.min(found.length - 1, Math.max(0, at + step)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      run(found[at])
    }
  }
  return (
    <Dialog title={t.commands.title} onClose={() => onSheet(undefined)}>
      <div className="stack">
        <input
          className="usa-input"
          data-first-focus
          role="combobox"
          aria-expanded="true"
          aria-controls="command-list"
          aria-activedescendant={found[at] ? `command-${at}` : undefined}
          aria-label={t.commands.type}
          placeholder={t.commands.type}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
        <ul className="command-list" id="command-list" role="listbox" aria-label={t.commands.title}>
          {found.map((command, index) => (
            <li
              key={command.name}
              id={`command-${index}`}
              role="option"
              aria-selected={index === at}
              onClick={() => run(command)}
            >
              <span>{command.name}</span>
              {command.keys ? <kbd>{command.keys}</kbd> : null}
            </li>
          ))}
        </ul>
        <p role="status">{found.length === 0 ? t.commands.none : ''}</p>
      </div>
    </Dialog>
  )
}
