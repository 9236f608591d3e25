import { columnsOf, type Move, placesOf, previewPolicy, signalsOf } from '@opentipline/domain'
import { exitCodes } from '../exit.ts'
import { readNumber, readWords } from '../options.ts'
import { readPolicy } from '../policy/read-policy.ts'
import { readReport } from '../assess/read-input.ts'
import type { Command } from './index.ts'

/** Most reports of one preview: more than an agency keeps as files. */
const reportsMax = 10_000

const moveLine = (files: readonly string[], { row, from, to }: Move): string =>
  `${String(from.place).padStart(6)} -> ${String(to.place).padEnd(6)} ${from.band} -> ${to.band}  ${files[row]}`

export const policyPreview: Command = {
  name: 'policy preview',
  usage: 'policy preview BEFORE AFTER REPORT... [--line N]',
  about: 'Shows which reports would move under an edited policy, and which would cross the line.',
  details: `  BEFORE AFTER  the policy in force and the edited one, as files
  REPORT...     reports as files: reporting XML or law-enforcement JSON
  --line N      the place down to which the queue is worked (10)
Nothing is looked up: what needs a database of addresses, hash lists or links is unknown here.`,
  run: async (words) => {
    const { values, positionals } = readWords(
      words,
      { line: { type: 'string' } },
      { min: 3, max: 2 + reportsMax },
    )
    const [before = '', after = '', ...files] = positionals
    const line = readNumber(values.line, '--line', 10, 1, reportsMax)
    const policies = [await readPolicy(before), await readPolicy(after)] as const
    const reports = await Promise.all(files.map((file) => readReport([file])))
    const columns = columnsOf(
      reports.map(({ report }) => signalsOf({ report, places: placesOf(report, []) })),
    )
    const preview = previewPolicy(...policies, columns, line)
    const { crossed, moves } = preview
    const summary = `${moves.length} of ${preview.reports} reports move; ${crossed.up} rise into the first ${line}, ${crossed.down} fall out.`
    const told = [...moves.map((move) => moveLine(files, move)), summary].join('\n')
    const named = { ...preview, moves: moves.map(({ row, ...move }) => ({ file: files[row], ...move })) }
    process.stdout.write(values.json ? `${JSON.stringify(named)}\n` : `${told}\n`)
    return exitCodes.done
  },
}
