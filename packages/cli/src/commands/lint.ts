import { type Advice, type LintProblem, lintReport } from '@opentipline/formats'
import { exitCodes } from '../exit.ts'
import { readWords } from '../options.ts'
import { readInput } from '../read-input.ts'
import type { Command } from './index.ts'

const filesMax = 1_000

const problemLine = (kind: string, { document, line, column, path, rule, message }: LintProblem): string =>
  `${document}:${line}:${column}  ${kind}  ${message}${path === '' ? '' : `  (${path})`}  [${rule}]`

const adviceLine = ({ document, path, says, because, id }: Advice): string =>
  `${document}  advice   ${says} ${because}.  (${path})  [${id}]`

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

export const lint: Command = {
  name: 'lint',
  usage: 'lint FILE...',
  about: 'Says what is wrong and what is missing in a report, before anything is sent.',
  details: `  FILE...   a reporting XML and the <fileDetails> documents of the same report
Errors would be refused; warnings break a documented rule that is not enforced; advice names what an agency would need
and you may already hold. Nothing is sent. Exit code 4 when the report would be refused, else 0.`,
  run: async (words) => {
    const { values, positionals } = readWords(words, {}, { min: 1, max: filesMax })
    const inputs = await Promise.all(
      positionals.map(async (name) => ({ name, bytes: await readInput(name) })),
    )
    const result = lintReport(inputs, { now: new Date() })
    const { errors, warnings, advice } = result
    const accepted = errors.length === 0
    if (values.json) process.stdout.write(`${JSON.stringify({ accepted, ...result })}\n`)
    else {
      const lines = [
        ...errors.map((error) => problemLine(`error ${error.code}`, error)),
        ...warnings.map((warning) => problemLine('warning', warning)),
        ...advice.map(adviceLine),
      ]
      const sum = [
        counted(errors.length, 'error', 'errors'),
        counted(warnings.length, 'warning', 'warnings'),
        counted(advice.length, 'piece of advice', 'pieces of advice'),
      ].join(', ')
      process.stdout.write(
        `${lines.map((line) => `${line}\n`).join('')}${sum}. This ${accepted ? 'would be accepted' : 'would be refused'}.\n`,
      )
    }
    return accepted ? exitCodes.done : exitCodes.found
  },
}
