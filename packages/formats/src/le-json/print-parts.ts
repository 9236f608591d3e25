import type { IpCapture } from '@opentipline/contract'
import type { Plain } from './tree.ts'
import { utcSeconds } from './utc-seconds.ts'

/** What the format writes for "nothing here" where a reader needs a text. */
export const notStated = 'N/A'

/** Null for what is not stated: readers index the keys, so that a key must be there. */
export const orNull = (text: string | undefined): string | null => text ?? null

/** `[{value}]` as it is. */
export const values = (texts: readonly string[]): Plain[] => texts.map((value) => ({ value }))

/** `[{value}]` for lists whose first item a reader takes without looking: never empty. */
export const valuesNeverEmpty = (texts: readonly string[]): Plain[] =>
  values(texts.length === 0 ? [notStated] : texts)

export const ipCapture = (capture: IpCapture, captureType = 'IP Address'): Plain => ({
  captureType,
  value: capture.ipAddress,
  dateTime: utcSeconds(capture.at),
  port: capture.port === undefined ? null : String(capture.port),
  eventName: orNull(capture.eventName),
})

export const urlCapture = (captureType: 'URL' | 'Profile URL', value: string): Plain => ({
  captureType,
  value,
  dateTime: null,
  port: null,
  eventName: null,
})

/** `sourceInformation`, or null where there is no capture. */
export const sourceInformation = (sourceCaptures: Plain[]): Plain =>
  sourceCaptures.length === 0 ? null : { sourceCaptures }

/** A list in an object that repeats its name, or null where it is empty. */
export const wrapped = (name: string, items: Plain[]): Plain =>
  items.length === 0 ? null : { [name]: items }
