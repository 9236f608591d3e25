import { lawForces, lawStatuses, lawTopics } from '@opentipline/contract'
import { entriesOn, firstDay } from '@opentipline/domain'
import { exitCodes, Refused } from '../exit.ts'
import { readChoice, readDay, readPack } from '../law/read-pack.ts'
import { entryLine, entryText, notAdvice } from '../law/tell.ts'
import { readWords } from '../options.ts'
import type { Command } from './index.ts'

const text = { type: 'string' } as const

export const lawList: Command = {
  name: 'law list',
  usage: 'law list [--force F] [--status S] [--topic T] [--on DAY] [--own FILE]',
  about: 'Lists the entries of the legal pack that hold on a day.',
  details: `  --force F   ${lawForces.join(', ')}
  --status S  ${lawStatuses.join(', ')}
  --topic T   ${lawTopics.join(', ')}
  --on DAY    the day, such as 2026-11-22 (today)
  --own FILE  an agency's own layer`,
  run: async (words) => {
    const { values } = readWords(
      words,
      { force: text, status: text, topic: text, on: text, own: text },
      { min: 0, max: 0 },
    )
    const pack = await readPack(values.own)
    const force = values.force && readChoice(values.force, '--force', lawForces)
    const status = values.status && readChoice(values.status, '--status', lawStatuses)
    const topic = values.topic && readChoice(values.topic, '--topic', lawTopics)
    const entries = entriesOn(pack, readDay(values.on)).filter(
      (entry) =>
        (!force || entry.force === force) &&
        (!status || entry.status === status) &&
        (!topic || entry.topics.includes(topic)),
    )
    const told = [...entries.map(entryLine), notAdvice(pack.asOf)]
    process.stdout.write(
      values.json ? `${JSON.stringify({ asOf: pack.asOf, entries })}\n` : `${told.join('\n')}\n`,
    )
    return exitCodes.done
  },
}

export const lawShow: Command = {
  name: 'law show',
  usage: 'law show ENTRY [--own FILE]',
  details: `  --own FILE  an agency's own layer`,
  about: 'Shows an entry of the legal pack with its mark and source.',
  run: async (words) => {
    const { values, positionals } = readWords(words, { own: text }, { min: 1, max: 1 })
    const pack = await readPack(values.own)
    const entry = pack.entries.find(({ id }) => id === positionals[0])
    if (!entry)
      throw new Refused('usage', `There is no entry "${positionals[0]}". "tipline law list" names them all.`)
    const holds = `  holds from ${firstDay(entry)}${entry.to === undefined ? '' : ` until the day before ${entry.to}`}`
    process.stdout.write(
      values.json ? `${JSON.stringify(entry)}\n` : `${entryText(entry)}\n${holds}\n${notAdvice(pack.asOf)}\n`,
    )
    return exitCodes.done
  },
}
