import type { IpCapture } from '@opentipline/contract'
import { isAbsent, stated, takeInteger, takeItems, takeText } from './take.ts'
import type { Tree, TreeObject } from './tree.ts'

export type Captures = { ipCaptures: IpCapture[]; urls: string[] }

const portMax = 65_535
const captureKeys = ['captureType', 'value']

/** Whether a text has the form of an IPv4 or IPv6 address; not whether the address is valid. */
export const looksLikeIp = (text: string): boolean =>
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) ||
  (/^[0-9a-f:.]+(?:%\w+)?$/i.test(text) && (text.includes('::') || text.split(':').length === 8))

const peek = (tree: Tree | undefined): string => (tree?.type === 'string' ? tree.value.trim() : '')

/** The type says it first; a missing or unknown type is told by the value. */
const kindOf = (capture: TreeObject): 'ip' | 'url' | 'unknown' => {
  const type = peek(capture.members.get('captureType'))
  const value = peek(capture.members.get('value'))
  if (/\bIP\b/i.test(type) || looksLikeIp(value)) return 'ip'
  return /\bURL\b/i.test(type) || /^https?:/i.test(value) ? 'url' : 'unknown'
}

/** Reads the capture's type away only where the model says the same by the place it keeps the value in. */
const settleType = (capture: TreeObject, usual: string): void => {
  const type = capture.members.get('captureType')
  if (isAbsent(type)) return
  if (peek(type).toLowerCase() === usual.toLowerCase()) takeText(type)
}

const readIp = (capture: TreeObject): IpCapture | undefined => {
  const ipAddress = takeText(capture.members.get('value'))
  if (ipAddress === undefined) return undefined
  settleType(capture, 'IP Address')
  return stated({
    ipAddress,
    eventName: takeText(capture.members.get('eventName')),
    at: takeText(capture.members.get('dateTime')),
    port: takeInteger(capture.members.get('port'), portMax),
  })
}

const readUrl = (capture: TreeObject, usual: string): string | undefined => {
  const url = takeText(capture.members.get('value'))
  if (url === undefined) return undefined
  settleType(capture, usual)
  // The model has no event for a URL: what is stated stays unread, what is absent is settled.
  for (const key of ['eventName', 'dateTime', 'port']) isAbsent(capture.members.get(key))
  return url
}

const readCapture = (item: Tree, usualUrl: string, into: Captures): void => {
  if (item.type !== 'object' || isAbsent(item.members.get('value'))) return
  const kind = kindOf(item)
  if (kind === 'ip') {
    const capture = readIp(item)
    if (capture !== undefined) into.ipCaptures.push(capture)
  }
  if (kind === 'url') {
    const url = readUrl(item, usualUrl)
    if (url !== undefined) into.urls.push(url)
  }
  item.read = item.members.get('value')?.read ?? false
}

/**
 * Reads `sourceInformation.sourceCaptures` of a person, a file or a web page.
 * @param usualUrl the capture type that a URL has in this place; another type is kept as an unknown field.
 */
export const readCaptures = (source: Tree | undefined, usualUrl: 'Profile URL' | 'URL'): Captures => {
  const into: Captures = { ipCaptures: [], urls: [] }
  for (const item of takeItems(source, 'sourceCaptures', captureKeys)) {
    if (!isAbsent(item)) readCapture(item, usualUrl, into)
  }
  return into
}
