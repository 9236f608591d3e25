import { lintPolicy, placeProblems, readPolicyYaml } from '@opentipline/domain'
import { exitCodes } from '../exit.ts'
import { readWords } from '../options.ts'
import { problemLine, readText } from '../policy/read-policy.ts'
import type { Command } from './index.ts'

export const policyCheck: Command = {
  name: 'policy check',
  usage: 'policy check FILE',
  about: 'Tells what is wrong with a triage policy, and what is likely not meant.',
  details: `Exit code 3 where the policy cannot be used (an unknown signal, a rule without an authority), 4 where it can but
something has no effect (a band that no report reaches, a floor inside another). Every problem tells its line.`,
  run: async (words) => {
    const { values, positionals } = readWords(words, {}, { min: 1, max: 1 })
    const file = positionals[0] ?? ''
    const text = await readText(file)
    const read = readPolicyYaml(text)
    const errors = read.ok ? [] : read.problems
    const warnings = read.ok ? placeProblems(text, lintPolicy(read.policy)) : []
    const lines = [
      ...errors.map((problem) => `error   ${problemLine(file, problem)}`),
      ...warnings.map((problem) => `warning ${problemLine(file, problem)}`),
    ]
    const said = lines.length === 0 ? `${file} is in order.` : lines.join('\n')
    process.stdout.write(values.json ? `${JSON.stringify({ ok: read.ok, errors, warnings })}\n` : `${said}\n`)
    if (!read.ok) return exitCodes.refused
    return warnings.length > 0 ? exitCodes.found : exitCodes.done
  },
}
