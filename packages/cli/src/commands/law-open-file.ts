import { publicStates, viewStates } from '@opentipline/contract'
import { mayOpenFile } from '@opentipline/domain'
import { exitCodes } from '../exit.ts'
import { readChoice, readDay, readForum, readPack } from '../law/read-pack.ts'
import { entryText, notAdvice } from '../law/tell.ts'
import { readWords } from '../options.ts'
import type { Command } from './index.ts'

export const lawOpenFile: Command = {
  name: 'law open-file',
  usage: 'law open-file --state STATE --view VIEW [--circuit N] [--court C] [--on DAY] [--own FILE]',
  about: 'Tells whether a file may be opened without a warrant, and on what that rests.',
  details: `  --state STATE       where a prosecution would be brought, such as WI
  --circuit N         the federal circuit; it follows from the state and is checked
  --court C           "either" (default), "state" or "federal", where it is certain which court will hear the case
  --view VIEW         ${viewStates.map((view) => `"${view}"`).join(', ')}
  --public ANSWER     whether the file is stated to have been publicly available: yes, no, "not stated" (default)
  --hash-matched A    whether its hash is stated to match known material: yes, no, "not stated" (default)
  --on DAY            the day, such as 2026-11-22 (today)
  --own FILE          an agency's own layer
The answer is "no warrant needed", "warrant needed" or "unsettled". It is not legal advice.`,
  run: async (words) => {
    const text = { type: 'string' } as const
    const { values } = readWords(
      words,
      {
        state: text,
        circuit: text,
        court: text,
        view: text,
        public: text,
        'hash-matched': text,
        on: text,
        own: text,
      },
      { min: 0, max: 0 },
    )
    const pack = await readPack(values.own)
    const answer = mayOpenFile(pack, {
      forum: readForum(pack, values),
      viewState: readChoice(values.view, '--view', viewStates),
      publiclyAvailable: readChoice(values.public, '--public', publicStates, 'not stated'),
      hashMatched: readChoice(values['hash-matched'], '--hash-matched', publicStates, 'not stated'),
      on: readDay(values.on),
    })
    const told = [
      answer.answer,
      ...answer.sentences.map((sentence) => `- ${sentence}`),
      ...answer.because.map(entryText),
      notAdvice(answer.asOf),
    ]
    process.stdout.write(values.json ? `${JSON.stringify(answer)}\n` : `${told.join('\n')}\n`)
    return exitCodes.done
  },
}
