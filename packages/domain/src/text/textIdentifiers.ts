import type { Identifier, Report } from '@opentipline/contract'
import { reportPlatform, type Role } from '../identifiers/occurrences.ts'
import type { Mention } from './mention.ts'
import { mentionsIn } from './mentions.ts'
import { providerExtraction } from './providers/providerExtraction.ts'
import { textsOf } from './textsOf.ts'

/** A mention with the passage it stands in. */
export type MentionAt = { readonly path: string; readonly role: Role; readonly mention: Mention }

/** Every mention of an identifier in the free text of a report: by the general rules, and by provider's habits. */
export const textMentions = (report: Report): MentionAt[] => {
  const provider = reportPlatform(report)
  const general = textsOf(report).flatMap(({ path, role, text }) =>
    mentionsIn(text, provider).map((mention) => ({ path, role, mention })),
  )
  return [...general, ...providerExtraction(report).mentions]
}

/** The identifiers that free text mentions: always `derived`, with the role of whom the text stands with. */
export const textIdentifiers = (report: Report): Identifier[] =>
  textMentions(report).map(({ path, role, mention }) => ({
    kind: mention.kind,
    value: mention.value,
    role,
    basis: 'derived',
    path,
  }))
