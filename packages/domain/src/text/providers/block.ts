import { mentionsIn } from '../mentions.ts'
import { espIs, type ProviderQuirks } from './extraction.ts'

/** Block (Cash App) puts the suspect's identifiers into the report's text only. */
export const block: ProviderQuirks = {
  name: 'Block',
  reads: (report) => espIs(report, 'cash app') || /^block(?:,| inc|$)/i.test(report.reporter.espName ?? ''),
  extract: (report) => ({
    mentions: report.additionalInfo.flatMap((text, i) =>
      mentionsIn(text, 'Cash App').map((mention) => ({
        path: `/additionalInfo/${i}`,
        role: 'reported' as const,
        mention,
      })),
    ),
  }),
}
