import type { Report } from '@opentipline/contract'
import { normalAddress } from '../../identifiers/address.ts'
import { normalAccount, normalScreenName } from '../../identifiers/normalAccount.ts'
import { normalEmail } from '../../identifiers/normalEmail.ts'
import { normalPhone } from '../../identifiers/normalPhone.ts'
import type { Mention } from '../mention.ts'
import { hintOfWords, type PlaceHint } from '../placeHints.ts'
import { espIs, type LabelledLine, labelledLines, mentionOf, type ProviderQuirks } from './extraction.ts'

const provider = { provider: 'MeetMe' }
const rule = 'a line of a MeetMe profile'
const profileHead = /Registration details from Suspect['’]s MeetMe profile/i
const messagesHead = /Complete private message correspondence/i
const logLine = /^[ \t]*(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})\s+([0-9a-f.:]{3,45})\b/gim

/** The registration block: from its heading to the messages, or to the end. */
function profileBlock(text: string): { readonly block: string; readonly offset: number } | undefined {
  const head = profileHead.exec(text)
  if (head === null) return undefined
  const end = messagesHead.exec(text)?.index ?? text.length
  return { block: text.slice(head.index, Math.max(head.index, end)), offset: head.index }
}

function profileMention(line: LabelledLine): Mention[] {
  switch (line.label) {
    case 'meetme profile name':
      return mentionOf('screenName', normalScreenName(provider, line.value), line, rule)
    case 'meetme userid':
      return mentionOf('account', normalAccount(provider, line.value), line, rule)
    case 'email':
      return mentionOf('email', normalEmail(line.value), line, rule)
    case 'registration ip':
      return mentionOf('ip', normalAddress(line.value), line, rule)
    case 'phone number used to verify account':
      return mentionOf('phone', normalPhone({ number: line.value }), line, rule)
    default:
      return []
  }
}

/** City, state and ZIP stand on lines of their own, and together are one place. */
function profilePlace(lines: readonly LabelledLine[]): PlaceHint[] {
  const value = (label: string) => lines.find((line) => line.label === label)
  const parts = [value('city'), value('state'), value('zip')]
  const [first] = parts.filter((line) => line !== undefined)
  if (first === undefined) return []
  const [city, state, zip] = parts.map((line) => line?.value)
  return hintOfWords({ ...first, value: [city, state].filter(Boolean).join(', ') }, rule, zip)
}

/** The log gives times without an offset: the zone is unknown, so no instant is made of them. */
const logAddresses = (text: string): Mention[] =>
  [...text.matchAll(logLine)].flatMap((match) => {
    const value = normalAddress(match[3] ?? '')
    const line = {
      label: 'log',
      value: match[3] ?? '',
      start: match.index,
      end: match.index + match[0].length,
    }
    return mentionOf('ip', value, line, 'a line of a MeetMe log-in history')
  })

const shifted = <T extends { readonly start: number; readonly end: number }>(
  items: readonly T[],
  by: number,
): T[] => items.map((item) => ({ ...item, start: item.start + by, end: item.end + by }))

function read(text: string): { mentions: Mention[]; hints: PlaceHint[] } {
  const profile = profileBlock(text)
  if (profile === undefined) return { mentions: logAddresses(text), hints: [] }
  const lines = shifted(labelledLines(profile.block), profile.offset)
  return { mentions: [...lines.flatMap(profileMention), ...logAddresses(text)], hints: profilePlace(lines) }
}

const extract = (report: Report) => {
  const blocks = report.additionalInfo.map((text, i) => ({
    path: `/additionalInfo/${i}`,
    role: 'reported' as const,
    ...read(text),
  }))
  return {
    mentions: blocks.flatMap(({ path, role, mentions }) =>
      mentions.map((mention) => ({ path, role, mention })),
    ),
    hints: blocks.flatMap(({ path, role, hints }) => hints.map((hint) => ({ path, role, hint }))),
  }
}

/** MeetMe writes profile, messages and log-in history into the report's text; the profile is the suspect's. */
export const meetme: ProviderQuirks = { name: 'MeetMe', reads: (report) => espIs(report, 'meetme'), extract }
