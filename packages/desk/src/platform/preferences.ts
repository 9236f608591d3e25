/**
 * What holds on this device, before anything is asked: read before the first paint. Who is signed in and has settings of their
 * own finds those here (`features/own-settings`).
 */
import { appearances, densities, type KeyAction, languages, type OwnSettings } from '@opentipline/contract'
import { keysOf, usualKeys } from '@opentipline/domain'
import { useSyncExternalStore } from 'react'

export { appearances, languages }
export type Language = (typeof languages)[number]
export type Appearance = (typeof appearances)[number]
export type Density = (typeof densities)[number]

type Choices = {
  language: readonly Language[]
  appearance: readonly Appearance[]
  letterKeys: readonly ('on' | 'off')[]
  queuePanel: readonly ('on' | 'off')[]
  density: readonly Density[]
}
const onOff = ['on', 'off'] as const
const choices: Choices = {
  language: languages,
  appearance: appearances,
  letterKeys: onOff,
  queuePanel: onOff,
  density: densities,
}
type Key = keyof Choices
type Value<K extends Key> = Choices[K][number]

const listeners = new Set<() => void>()
const storageKey = (key: string): string => `tipline.${key}`

/** A browser may refuse storage altogether; the preference then lasts as long as the page. */
const stored = (key: Key | 'timeZone' | 'keys'): string | null => {
  try {
    return localStorage.getItem(storageKey(key))
  } catch {
    return null
  }
}

const read = <K extends Key>(key: K, fallback: Value<K>): Value<K> => {
  const value = stored(key)
  const allowed: readonly Value<K>[] = choices[key]
  return allowed.find((each) => each === value) ?? fallback
}

const store = (key: string, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(storageKey(key))
    else localStorage.setItem(storageKey(key), value)
  } catch {
    // Nothing is lost but the memory of a preference.
  }
}
const tell = (): void => {
  for (const listener of listeners) listener()
}

export const setPreference = <K extends Key>(key: K, value: Value<K>): void => {
  store(key, value)
  tell()
}

/** Lays a person's own settings on this device. */
export const takeSettings = (settings: OwnSettings): void => {
  store('language', settings.language)
  store('appearance', settings.appearance)
  store('density', settings.density)
  store('letterKeys', settings.letterKeys ? 'on' : 'off')
  store('timeZone', settings.timeZone)
  store('keys', settings.keys.length > 0 ? JSON.stringify(settings.keys) : null)
  tell()
}

/** What holds on this device, as settings of one's own. */
export const settingsHere = (): OwnSettings => ({
  language: read('language', browserLanguage()),
  appearance: read('appearance', 'system'),
  density: read('density', 'comfortable'),
  timeZone: chosenZone() ?? null,
  letterKeys: letterKeysOn(),
  keys: changedKeys(),
})

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const browserLanguage = (): Language => (navigator.language.startsWith('es') ? 'es' : 'en')
export const useLanguage = (): Language =>
  useSyncExternalStore(subscribe, () => read('language', browserLanguage()))
export const useAppearance = (): Appearance =>
  useSyncExternalStore(subscribe, () => read('appearance', 'system'))
export const letterKeysOn = (): boolean => read('letterKeys', 'on') === 'on'
export const useLetterKeys = (): boolean => useSyncExternalStore(subscribe, letterKeysOn)

/** The zone that times are told in where it is not the device's own. */
export const chosenZone = (): string | undefined => stored('timeZone') ?? undefined
export const useChosenZone = (): string | undefined => useSyncExternalStore(subscribe, chosenZone)

const isChange = (value: unknown): value is OwnSettings['keys'][number] =>
  typeof value === 'object' &&
  value !== null &&
  'action' in value &&
  typeof value.action === 'string' &&
  Object.hasOwn(usualKeys, value.action) &&
  'key' in value &&
  (value.key === null || typeof value.key === 'string')

/** Parsed once for each text that is stored: keys are looked up at each stroke. */
let parsed: { text: string | null; changes: OwnSettings['keys'] } = { text: null, changes: [] }
const changedKeys = (): OwnSettings['keys'] => {
  const text = stored('keys')
  if (text !== parsed.text) parsed = { text, changes: parseKeys(text) }
  return parsed.changes
}
const parseKeys = (text: string | null): OwnSettings['keys'] => {
  try {
    const value: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(value) ? value.filter(isChange) : []
  } catch {
    return []
  }
}

/** The usual key of what a pressed one stands for; undefined where it stands for nothing. */
export const meaningOf = (pressed: string): string | undefined => {
  const changes = changedKeys()
  if (changes.length === 0) return pressed
  const now = Object.entries(keysOf(changes)) as [KeyAction, string | null][]
  const action = now.find(([, key]) => key === pressed)?.[0]
  if (action) return usualKeys[action]
  // The usual key of something that now has another one stands for nothing; any other is the page's own.
  return Object.values(usualKeys).includes(pressed) ? undefined : pressed
}

/** The key of every action as it is now. */
export const useKeys = (): Record<KeyAction, string | null> =>
  keysOf(useSyncExternalStore(subscribe, changedKeys))

/** A screen this wide has room for the filters beside the list; on others they come when asked for. */
const wideEnoughPx = 1760
export const useQueuePanel = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => read('queuePanel', window.innerWidth >= wideEnoughPx ? 'on' : 'off') === 'on',
  )

/** Puts the chosen appearance on the document before anything is painted. */
export const applyAppearance = (): void => {
  const chosen = read('appearance', 'system')
  if (chosen === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = chosen
  document.documentElement.dataset['density'] = read('density', 'comfortable')
}
listeners.add(() => applyAppearance())
