import { comparePolicies, placesOf, type PolicyView, signalsOf } from '@opentipline/domain'
import { exitCodes } from '../exit.ts'
import { readWords } from '../options.ts'
import { readPolicy } from '../policy/read-policy.ts'
import { readReport } from '../assess/read-input.ts'
import type { Command } from './index.ts'

/** Most policies side by side: as many as a screen shows. */
const policiesMax = 20

const viewLines = ({ policy, band, height, bands, risk, lane, unknownInputs }: PolicyView): string[] => [
  `${policy.name} (version ${policy.version}): ${band}, ${height} of ${bands} bands; risk ${risk.low} to ${risk.high}; ${lane}`,
  ...(unknownInputs.length === 0 ? [] : [`  not known: ${unknownInputs.join('; ')}`]),
]

export const policyCompare: Command = {
  name: 'policy compare',
  usage: 'policy compare REPORT POLICY...',
  about: 'Shows one report under several policies, and where they disagree.',
  details: `  REPORT     reporting XML or law-enforcement JSON, as a file
  POLICY...  policies as files, such as those in data/policies
Nothing is looked up: what needs a database of addresses, hash lists or links is unknown here.`,
  run: async (words) => {
    const { values, positionals } = readWords(words, {}, { min: 3, max: 1 + policiesMax })
    const [file = '', ...policyFiles] = positionals
    const { report } = await readReport([file])
    const policies = await Promise.all(policyFiles.map(readPolicy))
    const comparison = comparePolicies(policies, signalsOf({ report, places: placesOf(report, []) }))
    const told = [
      ...comparison.views.flatMap(viewLines),
      ...comparison.disagreements.map((each) => `They disagree: ${each}.`),
    ]
    process.stdout.write(values.json ? `${JSON.stringify(comparison)}\n` : `${told.join('\n')}\n`)
    return exitCodes.done
  },
}
