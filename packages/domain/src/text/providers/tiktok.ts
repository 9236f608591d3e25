import { espIs, type ProviderQuirks } from './extraction.ts'

/** TikTok's captures at a person are its log-ins, also where no event is named. */
export const tiktok: ProviderQuirks = {
  name: 'TikTok',
  reads: (report) => espIs(report, 'tiktok'),
  extract: (report) => ({
    times: report.parties.flatMap((party, i) =>
      party.ipCaptures.flatMap(({ at, eventName }, j) =>
        at !== undefined && eventName === undefined
          ? [
              {
                what: 'login' as const,
                given: at,
                about: `/parties/${i}/ipCaptures/${j}`,
                path: `/parties/${i}/ipCaptures/${j}/at`,
              },
            ]
          : [],
      ),
    ),
  }),
}
