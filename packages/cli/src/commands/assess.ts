import { assessOffline } from '../assess/assess-offline.ts'
import { readReport } from '../assess/read-input.ts'
import { policyFile } from '../assess/shipped-policy.ts'
import { assessmentText } from '../assess/tell.ts'
import { exitCodes } from '../exit.ts'
import { readWords } from '../options.ts'
import { readPolicy } from '../policy/read-policy.ts'
import type { Command } from './index.ts'

/** A report has a document and at most so many files told on one command line. */
const filesMax = 1_000

export const assess: Command = {
  name: 'assess',
  usage: 'assess FILE... [--policy FILE] [--demo]',
  about: 'Judges one report offline: scores, reasons, what is unknown, where it would go.',
  details: `  FILE...        a reporting XML with any <fileDetails> documents, or one law-enforcement JSON
  --policy FILE  your own policy (YAML), or the id of a shipped one (icac-standards)
  --demo         take the demonstration's made-up addresses to be where its table says
Needs no server and no database; nothing is sent or kept. Links to other reports are not known here.
Location data: TIPLINE_LOCATION_DATABASE and TIPLINE_RANGE_TABLE, else the packaged sample.
--json gives risk {low, high, band}, actionability {score, parts}, label, lane, why[], unknown[], routes[].`,
  run: async (words) => {
    const { values, positionals } = readWords(
      words,
      { policy: { type: 'string' }, demo: { type: 'boolean' } },
      { min: 1, max: filesMax },
    )
    const policy = await readPolicy(policyFile(values.policy))
    const { report, notes } = await readReport(positionals)
    const made = await assessOffline({
      report,
      policy,
      demo: values.demo === true,
      locationDatabase: process.env.TIPLINE_LOCATION_DATABASE,
      rangeTable: process.env.TIPLINE_RANGE_TABLE,
      at: new Date(),
    })
    process.stdout.write(
      values.json ? `${JSON.stringify({ ...made, notes })}\n` : assessmentText(made, notes),
    )
    return exitCodes.done
  },
}
