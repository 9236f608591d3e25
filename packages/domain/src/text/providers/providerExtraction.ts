import type { Report } from '@opentipline/contract'
import { block } from './block.ts'
import { dropbox } from './dropbox.ts'
import type { Extraction, ProviderQuirks } from './extraction.ts'
import { imgur } from './imgur.ts'
import { meetme } from './meetme.ts'
import { meta } from './meta.ts'
import { microsoft } from './microsoft.ts'
import { reddit } from './reddit.ts'
import { tiktok } from './tiktok.ts'
import { whatsapp } from './whatsapp.ts'
import { x } from './x.ts'
import { yahoo } from './yahoo.ts'

/** One entry for each provider whose reports carry facts outside their fields. */
const providers: readonly ProviderQuirks[] = [
  block,
  dropbox,
  imgur,
  meetme,
  meta,
  microsoft,
  reddit,
  tiktok,
  whatsapp,
  x,
  yahoo,
]

/**
 * What the habits of the reporting provider add to a report: derived mentions, place hints, times and notes, each with the
 * path it was read at. Nothing stated is dropped or replaced. Pure; empty for providers without an entry.
 */
export function providerExtraction(report: Report): Extraction {
  const parts = providers
    .filter((provider) => provider.reads(report))
    .map((provider) => provider.extract(report))
  return {
    mentions: parts.flatMap((part) => part.mentions ?? []),
    hints: parts.flatMap((part) => part.hints ?? []),
    times: parts.flatMap((part) => part.times ?? []),
    notes: parts.flatMap((part) => part.notes ?? []),
  }
}
