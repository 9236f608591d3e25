import { espIs, type ProviderQuirks } from './extraction.ts'

/** Dropbox states when a file was uploaded in a named value, not in a capture. */
export const dropbox: ProviderQuirks = {
  name: 'Dropbox',
  reads: (report) => espIs(report, 'dropbox'),
  extract: (report) => ({
    times: report.files.flatMap((file, i) =>
      file.metadata.flatMap(({ name, value }, j) =>
        name.trim().toLowerCase() === 'upload date and time'
          ? [
              {
                what: 'upload' as const,
                given: value,
                about: `/files/${i}`,
                path: `/files/${i}/metadata/${j}/value`,
              },
            ]
          : [],
      ),
    ),
  }),
}
