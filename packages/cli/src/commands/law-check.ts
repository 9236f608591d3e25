import { readLawYaml } from '@opentipline/domain'
import { exitCodes } from '../exit.ts'
import { readPack } from '../law/read-pack.ts'
import { readWords } from '../options.ts'
import { problemLine, readText } from '../policy/read-policy.ts'
import type { Command } from './index.ts'

export const lawCheck: Command = {
  name: 'law check',
  usage: 'law check FILE',
  about: "Tells what is wrong with an agency's own layer of the legal pack.",
  details: `Exit code 3 where it cannot be used: an entry without a citation, a date or a source, a rule that would open a file and
is not law, an id that is taken. Every problem tells its line.`,
  run: async (words) => {
    const { values, positionals } = readWords(words, {}, { min: 1, max: 1 })
    const file = positionals[0] ?? ''
    const shipped = await readPack()
    const read = readLawYaml(
      await readText(file),
      'own',
      shipped.entries.map(({ id }) => id),
    )
    const problems = read.ok ? [] : read.problems
    const said = read.ok
      ? `${file} is in order: ${read.entries.length} entries.`
      : problems.map((problem) => `error   ${problemLine(file, problem)}`).join('\n')
    process.stdout.write(values.json ? `${JSON.stringify({ ok: read.ok, problems })}\n` : `${said}\n`)
    return read.ok ? exitCodes.done : exitCodes.refused
  },
}
