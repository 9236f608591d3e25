import { mentionsIn } from '../mentions.ts'
import { espIs, type ProviderQuirks } from './extraction.ts'

/**
 * Imgur's upload time is that of the capture whose event is an upload (whatever its case), and its report-level text
 * describes the account, so what it mentions is the reported person's.
 */
export const imgur: ProviderQuirks = {
  name: 'Imgur',
  reads: (report) => espIs(report, 'imgur'),
  extract: (report) => ({
    times: report.files.flatMap((file, i) =>
      file.ipCaptures.flatMap(({ eventName, at }, j) =>
        at !== undefined && eventName?.toLowerCase() === 'upload'
          ? [
              {
                what: 'upload' as const,
                given: at,
                about: `/files/${i}`,
                path: `/files/${i}/ipCaptures/${j}/at`,
              },
            ]
          : [],
      ),
    ),
    mentions: report.additionalInfo.flatMap((text, i) =>
      mentionsIn(text, 'Imgur').map((mention) => ({
        path: `/additionalInfo/${i}`,
        role: 'reported' as const,
        mention,
      })),
    ),
  }),
}
