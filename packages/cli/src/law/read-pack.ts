import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { assemblePack, circuitOf, type LawPack, readLawYaml, withOwnLayer } from '@opentipline/domain'
import type { Forum } from '@opentipline/contract'
import { Refused } from '../exit.ts'
import { problemLine, readText } from '../policy/read-policy.ts'

const lawDir = join(import.meta.dirname, '../../../../data/law')

/** The pack that comes with the program. */
const readShippedPack = async (): Promise<LawPack> => {
  const names = (await readdir(lawDir)).filter((name) => name.endsWith('.yaml')).toSorted()
  return assemblePack(
    await Promise.all(
      names.map(async (name) => ({ name, text: await readFile(join(lawDir, name), 'utf8') })),
    ),
  )
}

/** The shipped pack, with an agency's own layer from a file where one is named. */
export const readPack = async (ownFile?: string): Promise<LawPack> => {
  const pack = await readShippedPack()
  if (ownFile === undefined) return pack
  const read = readLawYaml(
    await readText(ownFile),
    'own',
    pack.entries.map(({ id }) => id),
  )
  if (!read.ok)
    throw new Refused('refused', read.problems.map((problem) => problemLine(ownFile, problem)).join('\n'))
  return withOwnLayer(pack, read.entries)
}

/** One of the words a flag takes. */
export const readChoice = <const T extends string>(
  given: string | undefined,
  flag: string,
  choices: readonly T[],
  fallback?: NoInfer<T>,
): T => {
  const found = given === undefined ? fallback : choices.find((choice) => choice === given)
  if (found !== undefined) return found
  throw new Refused('usage', `${flag} takes one of: ${choices.map((choice) => `"${choice}"`).join(', ')}.`)
}

/** A day as `2026-11-22`; today in UTC where none is given. */
export const readDay = (given: string | undefined): string => {
  const day = given ?? new Date().toISOString().slice(0, 10)
  const at = new Date(`${day}T00:00:00Z`)
  if (/^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day))
    return day
  throw new Refused('usage', `--on takes a day as 2026-11-22, not "${day}".`)
}

/** The forum from its flags. The circuit follows from the state, and another one named with it is a mistake. */
export const readForum = (
  pack: LawPack,
  {
    state,
    circuit,
    court,
  }: { state?: string | undefined; circuit?: string | undefined; court?: string | undefined },
): Forum => {
  if (state === undefined || !/^[A-Z]{2}$/.test(state))
    throw new Refused('usage', '--state takes a state, district or territory, such as WI.')
  const own = circuitOf(pack, state)
  if (own === null && state !== 'AS')
    throw new Refused('usage', `--state: "${state}" is no state, district or territory.`)
  if (circuit !== undefined && circuit !== own?.id)
    throw new Refused('usage', `--circuit ${circuit}: ${state} lies in ${own?.name ?? 'no circuit'}.`)
  return {
    state,
    circuit: own?.id ?? null,
    courts: readChoice(court, '--court', ['either', 'state', 'federal'], 'either'),
  }
}
