import { espIs, type ProviderQuirks } from './extraction.ts'

const surface = /^\s*\{\s*"report_surface"\s*:\s*"([\w .-]{1,80})"/m

/**
 * WhatsApp puts a paragraph of its own records, as JSON, into a file's text. It speaks of the program, not of a person: it is
 * pointed out as such, and stays where it stands.
 */
export const whatsapp: ProviderQuirks = {
  name: 'WhatsApp',
  reads: (report) => espIs(report, 'whatsapp'),
  extract: (report) => ({
    notes: report.files.flatMap((file, i) =>
      file.additionalInfo.flatMap((text, j) => {
        const found = surface.exec(text)?.[1]
        return found === undefined
          ? []
          : [
              {
                path: `/files/${i}/additionalInfo/${j}`,
                says: `The paragraph in braces is WhatsApp’s own record of where it was reported (${found}); it is no message.`,
              },
            ]
      }),
    ),
  }),
}
