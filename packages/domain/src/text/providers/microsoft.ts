import { espIs, type ProviderQuirks } from './extraction.ts'

/**
 * Microsoft names the service in the reporter's last name: `Microsoft BingImage` is a report from Visual Search, in which somebody
 * searched with a picture. That is not the same as keeping or sending it.
 */
export const microsoft: ProviderQuirks = {
  name: 'Microsoft',
  reads: (report) => espIs(report, 'microsoft'),
  extract: (report) => ({
    notes: (['person', 'contact'] as const).flatMap((key) =>
      report.reporter[key]?.lastName?.trim().toLowerCase() === 'microsoft bingimage'
        ? [
            {
              path: `/reporter/${key}/lastName`,
              says: 'Reported by Visual Search: the picture was what somebody searched with.',
            },
          ]
        : [],
    ),
  }),
}
