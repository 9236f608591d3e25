import { userInfo } from 'node:os'
import { openAdministration, openLog } from '@opentipline/server'
import { databaseWish } from '../database-wish.ts'
import { filingsMax, planDemonstration } from '../demo/generate.ts'
import { noJournal } from '../demo/journal.ts'
import { demoPeopleOf } from '../demo/refuse-elsewhere.ts'
import { prepareDemonstration } from '../demo/prepare.ts'
import { demoCredential } from '../demo/provider-credential.ts'
import { exitCodes, Refused } from '../exit.ts'
import { defaultDataDir, readNumber, readWords } from '../options.ts'
import { openProgress } from '../output/progress.ts'
import type { Command } from './index.ts'

export const defaultReports = 240
export const defaultSeed = 1
/** Plans, sends and waits until all is routed. Needs a demonstration server that runs on the data folder. */
const runDemo = async (wish: { reports: number; seed: number; data: string; url: string | undefined }) => {
  const administration = await openAdministration({
    dataDir: wish.data,
    ...databaseWish(),
    operator: userInfo().username,
    log: openLog('warn'),
  })
  try {
    const address = wish.url ?? administration.server
    if (address === undefined)
      throw new Refused(
        'failed',
        `No server runs on ${wish.data}. Start one with: tipline serve --demo --data ${wish.data}`,
      )
    await demoPeopleOf(address)
    const started = Date.now()
    const plan = planDemonstration({ seed: wish.seed, count: wish.reports, start: new Date(started) })
    const progress = openProgress('Filing synthetic reports', plan.length)
    const prepared = await prepareDemonstration({
      address,
      plan,
      credentialFor: (name) => demoCredential(administration, name),
      journal: noJournal,
      progress: progress.show,
    })
    progress.end()
    return { address, seed: wish.seed, durationMs: Date.now() - started, ...prepared }
  } finally {
    await administration.close()
  }
}

export const demo: Command = {
  name: 'demo',
  usage: 'demo [--reports N] [--seed S] [--data DIR] [--url URL]',
  about: 'Files a synthetic caseload with a running demonstration server.',
  details: `  --reports N   how many filings (${defaultReports})
  --seed S      the same seed gives the same caseload (${defaultSeed})
  --data DIR    the data folder of the server (tipline-data, or TIPLINE_DATA)
  --url URL     where the server listens, if it is not the address it told its data folder
Everything is invented and neutral: solid-colour images, noise, "Synthetic narrative 17". The reports go over the
Reporting API as a provider would send them, and the imports over the desk. A server that is not a demonstration is refused.`,
  run: async (words) => {
    const { values } = readWords(
      words,
      {
        reports: { type: 'string' },
        seed: { type: 'string' },
        data: { type: 'string' },
        url: { type: 'string' },
      },
      { min: 0, max: 0 },
    )
    const made = await runDemo({
      reports: readNumber(values.reports, '--reports', defaultReports, 1, filingsMax),
      seed: readNumber(values.seed, '--seed', defaultSeed, 0, 2 ** 31),
      data: values.data ?? defaultDataDir(),
      url: values.url?.replace(/\/+$/, ''),
    })
    process.stdout.write(
      values.json
        ? `${JSON.stringify(made)}\n`
        : `${made.sent} filings sent in ${(made.durationMs / 1000).toFixed(1)} s (seed ${made.seed}); ${made.unrouted} wait for a place${made.stuck > 0 ? `, ${made.stuck} are stuck` : ''}${made.waiting > 0 ? `, ${made.waiting} are still on the way` : ''}.\nOpen ${made.address}\n`,
    )
    return exitCodes.done
  },
}
