import { hintOfWords } from '../placeHints.ts'
import { espIs, labelledLines, type ProviderQuirks } from './extraction.ts'

/** X puts the profile into a person's text, as lines `Full Name:`, `Location:`, `Description:`. */
export const x: ProviderQuirks = {
  name: 'X',
  reads: (report) => espIs(report, 'x corp') || espIs(report, 'twitter'),
  extract: (report) => ({
    hints: report.parties.flatMap((party, i) =>
      party.additionalInfo.flatMap((text, j) =>
        labelledLines(text)
          .filter(({ label }) => label === 'location')
          .flatMap((line) => hintOfWords(line, 'the location line of a profile'))
          .map((hint) => ({ path: `/parties/${i}/additionalInfo/${j}`, role: party.role, hint })),
      ),
    ),
  }),
}
