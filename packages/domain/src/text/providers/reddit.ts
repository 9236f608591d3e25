import { normalScreenName } from '../../identifiers/normalAccount.ts'
import { mentionsBy } from '../mention.ts'
import { espIs, type ProviderQuirks } from './extraction.ts'

const userName = /(?<![\w/])\/?u\/([\w-]{3,20})(?![\w-])/g

/**
 * Reddit tells what happened as text, in the report and with its pages, and names accounts as `u/name`. Whose part each had is in the
 * sentence alone, so the names are the incident's and nobody's.
 */
export const reddit: ProviderQuirks = {
  name: 'Reddit',
  reads: (report) => espIs(report, 'reddit'),
  extract: (report) => {
    const texts = [
      ...report.additionalInfo.map((text, i) => ({ text, path: `/additionalInfo/${i}` })),
      ...report.internetDetails.flatMap((detail, i) =>
        detail.additionalInfo.map((text, j) => ({
          text,
          path: `/internetDetails/${i}/additionalInfo/${j}`,
        })),
      ),
    ]
    return {
      mentions: texts.flatMap(({ text, path }) =>
        mentionsBy(text, 'a Reddit user name', userName, (match) => [
          ['screenName', normalScreenName({ provider: 'reddit' }, match[1] ?? '')],
        ]).map((mention) => ({ path, role: 'incident' as const, mention })),
      ),
    }
  },
}
