/** Which key does what on a person's desk. */
import { type KeyAction, keyActions, type OwnSettings } from '@opentipline/contract'

/** The keys that act until a person says otherwise; j and k are what lists have had since the editors of the seventies. */
export const usualKeys: Readonly<Record<KeyAction, string>> = {
  next: 'j',
  previous: 'k',
  open: 'o',
  choose: 'x',
  chooseRange: 'X',
  search: '/',
  pursue: 'p',
  decline: 'd',
  refer: 'r',
  hold: 'h',
  request: 'q',
  note: 'n',
  toQueue: 'u',
  undo: 'z',
  help: '?',
}

/** A key that would do more than one thing. */
export type KeyFault = { key: string; actions: KeyAction[] }

/** The key of every action, null where none is to act; the last word on an action counts. */
export const keysOf = (changes: OwnSettings['keys']): Record<KeyAction, string | null> => {
  const changed = new Map(changes.map(({ action, key }) => [action, key]))
  const keyOf = (action: KeyAction): string | null => {
    const key = changed.get(action)
    return key === undefined ? usualKeys[action] : key
  }
  return Object.fromEntries(keyActions.map((action) => [action, keyOf(action)])) as Record<
    KeyAction,
    string | null
  >
}

/** The keys that would do two things, each with all that it would do, in the order of the actions. */
export const keyFaults = (changes: OwnSettings['keys']): KeyFault[] => {
  const byKey = new Map<string, KeyAction[]>()
  for (const [action, key] of Object.entries(keysOf(changes)) as [KeyAction, string | null][])
    if (key !== null) byKey.set(key, [...(byKey.get(key) ?? []), action])
  return [...byKey].flatMap(([key, actions]) => (actions.length > 1 ? [{ key, actions }] : []))
}
