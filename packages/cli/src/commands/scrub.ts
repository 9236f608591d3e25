import { userInfo } from 'node:os'
import type { OrphanView } from '@opentipline/contract'
import { openAdministration, openLog } from '@opentipline/server'
import { databaseWish } from '../database-wish.ts'
import { exitCodes, Refused } from '../exit.ts'
import { defaultDataDir, readWords } from '../options.ts'
import { openProgress, type Progress } from '../output/progress.ts'
import type { Command } from './index.ts'

/** Megabytes a second where nothing is said: a machine that does nothing else can do more. */
const megabytesDefault = 100
const megabytesMax = 100_000

/** Names shown at most; the page Evidence incidents has more. */
const orphansShown = 20

const orphanTodo: Record<OrphanView['kind'], string> = {
  unknown:
    'no row knows it: an upload that was broken off, or a database restored to a time before it. Restore the newer database first; only if there is none may the object be removed by hand',
  destroyed: 'its file is destroyed, and a back-up of the store may have brought it back. Remove it by hand',
}

const orphanWords = (orphans: readonly OrphanView[]): string =>
  orphans
    .slice(0, orphansShown)
    .map(({ objectId, storedBytes, kind }) => `  ${objectId} (${storedBytes} bytes): ${orphanTodo[kind]}\n`)
    .join('')

export const scrub: Command = {
  name: 'scrub',
  usage: 'scrub [--rate MB] [--data DIR]',
  about: 'Re-hashes all stored evidence and tells what is not what was received.',
  details: `  --rate MB    megabytes a second at most (${megabytesDefault})
  --data DIR   the data folder (tipline-data, or TIPLINE_DATA)
Ctrl-C stops it between two files; the next scrub goes on from there. What is wrong becomes an incident, which the desk of
the clearinghouse shows. Objects that no row knows are named and never removed. Ends with 0 when all is as received, and
with 4 when something is not or could not be checked.`,
  run: async (words) => {
    const { values } = readWords(
      words,
      { data: { type: 'string' }, rate: { type: 'string' } },
      { min: 0, max: 0 },
    )
    const rate = Number(values.rate ?? megabytesDefault)
    if (!(rate > 0 && rate <= megabytesMax))
      throw new Refused('usage', `--rate is a number of megabytes a second, up to ${megabytesMax}.`)
    const administration = await openAdministration({
      dataDir: values.data ?? defaultDataDir(),
      ...databaseWish(),
      operator: userInfo().username,
      log: openLog('warn'),
    })
    const stop = new AbortController()
    const onSignal = (): void => stop.abort()
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal)
    try {
      let progress: Progress | undefined
      const counts = await administration.evidence.scrub({
        bytesPerSecondMax: rate * 1_000_000,
        signal: stop.signal,
        onProgress: (done, of) => (progress ??= openProgress('Re-hashing files', of)).show(done),
      })
      progress?.end()
      const ended = counts.orphans !== null
      const orphans = ended ? await administration.evidence.orphans() : []
      const counted = ended ? `, ${counts.orphans} objects that no row knows` : ''
      const line = `${counts.files} files: ${counts.intact} as received, ${counts.mismatches} not, ${counts.notChecked} could not be checked${counted}`
      process.stdout.write(
        values.json
          ? `${JSON.stringify({ ...counts, ended, orphanObjects: orphans })}\n`
          : `${line}\n${ended ? orphanWords(orphans) : 'Stopped. The next scrub goes on from here.\n'}`,
      )
      return counts.mismatches + counts.notChecked === 0 ? exitCodes.done : exitCodes.found
    } finally {
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
      await administration.close()
    }
  },
}
