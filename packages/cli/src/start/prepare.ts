import { userInfo } from 'node:os'
import { openAdministration, openLog } from '@opentipline/server'
import { databaseWish } from '../database-wish.ts'
import { planDemonstration } from '../demo/generate.ts'
import { openJournal } from '../demo/journal.ts'
import { type Prepared, prepareDemonstration } from '../demo/prepare.ts'
import { demoCredential } from '../demo/provider-credential.ts'
import { openProgress } from '../output/progress.ts'
import { type DemonstrationState, journalPath, removeJournal, writeState } from './state.ts'

/** Fills the folder's demonstration, or goes on with it, and marks it ready when nothing is missing. */
export const prepare = async (wish: {
  dataDir: string
  address: string
  state: DemonstrationState
  signal: AbortSignal
}): Promise<Prepared> => {
  const { dataDir, address, state, signal } = wish
  const plan = planDemonstration({ seed: state.seed, count: state.reports, start: new Date(state.start) })
  const progress = openProgress('Preparing the demonstration', plan.length)
  // The server runs on this folder already, so this opens a second connection to its database and no database.
  const administration = await openAdministration({
    dataDir,
    ...databaseWish(),
    operator: userInfo().username,
    log: openLog('warn'),
  })
  try {
    const prepared = await prepareDemonstration({
      address,
      plan,
      credentialFor: (name) => demoCredential(administration, name),
      journal: await openJournal(journalPath(dataDir)),
      progress: progress.show,
      signal,
    })
    if (!prepared.stopped) {
      await writeState(dataDir, { ...state, state: 'ready' })
      await removeJournal(dataDir)
    }
    return prepared
  } finally {
    progress.end()
    await administration.close()
  }
}
