import type { Identifier, Report } from '@opentipline/contract'
import { reportPlatform } from '../identifiers/occurrences.ts'
import type { Mention } from './mention.ts'
import { mentionsIn } from './mentions.ts'
import { type TextAt, textsOf } from './textsOf.ts'

export type MentionAt = { readonly at: TextAt; readonly mention: Mention }

/** Every mention of an identifier in the free text of a report. */
export const textMentions = (report: Report): MentionAt[] => {
  const provider = reportPlatform(report)
  return textsOf(report).flatMap((at) => mentionsIn(at.text, provider).map((mention) => ({ at, mention })))
}

/** The identifiers that free text mentions: always `derived`, with the role of whom the text stands with. */
export const textIdentifiers = (report: Report): Identifier[] =>
  textMentions(report).map(({ at, mention }) => ({
    kind: mention.kind,
    value: mention.value,
    role: at.role,
    basis: 'derived',
    path: at.path,
  }))
