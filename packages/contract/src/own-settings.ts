/** How one person has their desk: it comes with them to whatever device they sign in on. */
import { type Static, Type } from 'typebox'

export const languages = ['en', 'es'] as const
export const appearances = ['system', 'light', 'dark'] as const
/** How much stands on a screen. */
export const densities = ['comfortable', 'compact'] as const

/**
 * What a single key does. In the list of the queue and on a tip; a key that does one thing here and another there would be
 * pressed in the wrong place.
 */
export const keyActions = [
  'next',
  'previous',
  'open',
  'choose',
  'chooseRange',
  'search',
  'pursue',
  'decline',
  'refer',
  'hold',
  'request',
  'note',
  'toQueue',
  'undo',
  'help',
] as const
export type KeyAction = (typeof keyActions)[number]

/** One printable character: what the keyboard gives, with Shift where it is a capital. */
const key = Type.String({ pattern: '^[!-~\\u00a1-\\u024f]$' })

export const OwnSettings = Type.Object({
  language: Type.Enum(languages),
  appearance: Type.Enum(appearances),
  density: Type.Enum(densities),
  /** An IANA name such as `America/Chicago`; null for the zone of the device. */
  timeZone: Type.Union([Type.String({ minLength: 1, maxLength: 64 }), Type.Null()]),
  /** Whether single keys act at all (WCAG 2.1.4). */
  letterKeys: Type.Boolean(),
  /** The actions whose key is another than the usual one; null where none is to act. */
  keys: Type.Array(Type.Object({ action: Type.Enum(keyActions), key: Type.Union([key, Type.Null()]) }), {
    maxItems: keyActions.length,
  }),
})
export type OwnSettings = Static<typeof OwnSettings>

/** `settings` is null until the person has chosen something: then the device's own ways hold. */
export const OwnSettingsView = Type.Object({ settings: Type.Union([OwnSettings, Type.Null()]) })
export type OwnSettingsView = Static<typeof OwnSettingsView>
