import { normalAccount } from '../../identifiers/normalAccount.ts'
import { espIs, labelledLines, mentionOf, type ProviderQuirks } from './extraction.ts'

const uploadedLine = /^[ \t]*Uploaded[ \t]+(\S[^\n]{0,200})$/gim

/**
 * Facebook and Instagram write lines into a file's text: when it was uploaded, and the thread of Messenger it stands in. A thread is
 * kept as a group of people who talk, whoever they are.
 */
export const meta: ProviderQuirks = {
  name: 'Meta',
  reads: (report) => espIs(report, 'facebook') || espIs(report, 'instagram'),
  extract: (report) => {
    const texts = report.files.flatMap((file, i) =>
      file.additionalInfo.map((text, j) => ({
        text,
        about: `/files/${i}`,
        path: `/files/${i}/additionalInfo/${j}`,
      })),
    )
    return {
      mentions: texts.flatMap(({ text, path }) =>
        labelledLines(text)
          .filter(({ label }) => label === 'messenger thread id')
          .flatMap((line) =>
            mentionOf(
              'group',
              normalAccount({ provider: 'Facebook', service: 'Messenger thread' }, line.value),
              line,
              'the thread line of a Meta file',
            ),
          )
          .map((mention) => ({ path, role: 'file' as const, mention })),
      ),
      times: texts.flatMap(({ text, path, about }) =>
        [...text.matchAll(uploadedLine)].map((match) => ({
          what: 'upload' as const,
          given: (match[1] ?? '').trim(),
          about,
          path,
        })),
      ),
    }
  },
}
