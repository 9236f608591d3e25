import { dutyConclusion, dutyToInvestigate } from '@opentipline/domain'
import { exitCodes } from '../exit.ts'
import { readDay, readForum, readPack } from '../law/read-pack.ts'
import { entryText, notAdvice } from '../law/tell.ts'
import { readWords } from '../options.ts'
import type { Command } from './index.ts'

export const lawDuty: Command = {
  name: 'law duty',
  usage: 'law duty --state STATE [--on DAY] [--own FILE]',
  about: 'Tells what the pack holds on whether a report must be investigated.',
  details: `  --state STATE  the agency's state, such as WI
  --on DAY       the day, such as 2026-11-22 (today)
  --own FILE     an agency's own layer: its policies, its state's rules
A part without an entry is not known; that is not the same as no duty.`,
  run: async (words) => {
    const text = { type: 'string' } as const
    const { values } = readWords(words, { state: text, on: text, own: text }, { min: 0, max: 0 })
    const pack = await readPack(values.own)
    const answer = dutyToInvestigate(pack, readForum(pack, values), readDay(values.on))
    const told = [
      ...answer.parts.flatMap(({ part, entries }) => [
        `${part.toUpperCase()}`,
        ...(entries.length === 0 ? ['  The pack has no entry; not known.'] : entries.map(entryText)),
      ]),
      dutyConclusion,
      notAdvice(answer.asOf),
    ]
    const json = { ...answer, conclusion: dutyConclusion }
    process.stdout.write(values.json ? `${JSON.stringify(json)}\n` : `${told.join('\n')}\n`)
    return exitCodes.done
  },
}
