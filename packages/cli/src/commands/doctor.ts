import { resolve } from 'node:path'
import type { Check } from '../doctor/check.ts'
import { checkEvidence } from '../doctor/evidence.ts'
import { checkDatabaseOf, checkFolder, checkKeys, checkServer } from '../doctor/folder.ts'
import { checkClock, checkDesk, checkNode, checkSpace } from '../doctor/machine.ts'
import { checkSources } from '../doctor/sources.ts'
import { exitCodes } from '../exit.ts'
import { defaultDataDir, readWords } from '../options.ts'
import type { Command } from './index.ts'

const line = (check: Check): string =>
  `${check.state.padEnd(8)} ${check.name.padEnd(12)} ${check.says}${check.state === 'ok' ? '' : `\n${' '.repeat(22)}${check.todo}`}`

const sum = (checks: readonly Check[]): string => {
  const problems = checks.filter(({ state }) => state === 'problem').length
  const warnings = checks.filter(({ state }) => state === 'warning').length
  if (problems === 0 && warnings === 0) return 'All is well.'
  return `${problems} problem(s), ${warnings} warning(s).`
}

export const doctor: Command = {
  name: 'doctor',
  usage: 'doctor [--data DIR]',
  about: 'Checks this machine and a data folder, and says what to do.',
  details: `  --data DIR   the data folder (tipline-data, or TIPLINE_DATA)
  DATABASE_URL your own PostgreSQL, if that is what the server uses
Nothing is changed. Where no database runs it is started for a moment. Exit code 4 when there is a problem, else 0.`,
  run: async (words) => {
    const { values } = readWords(words, { data: { type: 'string' } }, { min: 0, max: 0 })
    const dataDir = values.data === undefined ? defaultDataDir() : resolve(values.data)
    const checks = [
      checkNode(),
      await checkFolder(dataDir),
      await checkSpace(dataDir),
      await checkClock(dataDir),
      await checkKeys(dataDir),
      await checkDatabaseOf(dataDir),
      await checkServer(dataDir),
      await checkEvidence(dataDir),
      checkDesk(),
      ...(await checkSources()),
    ]
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ data: dataDir, checks })}\n`
        : `${checks.map(line).join('\n')}\n\n${sum(checks)}\n`,
    )
    return checks.some(({ state }) => state === 'problem') ? exitCodes.found : exitCodes.done
  },
}
