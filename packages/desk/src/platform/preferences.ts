/** What a person prefers on this device. Kept by the browser, never sent. */
import { useSyncExternalStore } from 'react'

export const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]
export const appearances = ['system', 'light', 'dark'] as const
export type Appearance = (typeof appearances)[number]

type Choices = {
  language: readonly Language[]
  appearance: readonly Appearance[]
  letterKeys: readonly ('on' | 'off')[]
  queuePanel: readonly ('on' | 'off')[]
}
const onOff = ['on', 'off'] as const
const choices: Choices = {
  language: languages,
  appearance: appearances,
  letterKeys: onOff,
  queuePanel: onOff,
}
type Key = keyof Choices
type Value<K extends Key> = Choices[K][number]

const listeners = new Set<() => void>()
const storageKey = (key: Key): string => `tipline.${key}`

/** A browser may refuse storage altogether; the preference then lasts as long as the page. */
const stored = (key: Key): string | null => {
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

export const setPreference = <K extends Key>(key: K, value: Value<K>): void => {
  try {
    localStorage.setItem(storageKey(key), value)
  } catch {
    // Nothing is lost but the memory of a preference.
  }
  for (const listener of listeners) listener()
}

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
}
listeners.add(() => applyAppearance())
