import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { logReader, verifyLog, type VerifyReport } from '@opentipline/ledger'
import { openAdministration, openLog } from '@opentipline/server'
import { databaseWish } from '../database-wish.ts'
import { exitCodes, Refused } from '../exit.ts'
import { defaultDataDir, readWords } from '../options.ts'
import { openProgress, type Progress } from '../output/progress.ts'
import type { Command } from './index.ts'

type OnProgress = (done: number, size: number) => void

const verifyDatabase = async (data: string, onProgress: OnProgress): Promise<VerifyReport> => {
  const administration = await openAdministration({
    dataDir: data,
    ...databaseWish(),
    operator: userInfo().username,
    log: openLog('warn'),
  })
  try {
    return await administration.ledger.verify(onProgress)
  } finally {
    await administration.close()
  }
}

const keyText = (data: string, key: string | undefined): Promise<string> => {
  if (key?.includes('+')) return Promise.resolve(key)
  const path = key ?? join(data, 'ledger', 'verifier-key')
  return readFile(path, 'utf8').catch(() => {
    throw new Refused('usage', `There is no verifier key at ${path}. Give it with --key.`)
  })
}

const verdict = (report: VerifyReport): string => {
  const head = `${report.origin}: ${report.size} entries, root ${report.root}`
  if (report.problemCount === 0) return `${head}\nEverything agrees.\n`
  const problems = report.problems.map(({ where, what }) => `  ${where}: ${what}`)
  return `${head}\nWRONG, ${report.problemCount} problems:\n${problems.join('\n')}\n`
}

export const ledgerVerify: Command = {
  name: 'ledger verify',
  usage: 'ledger verify [DIR|URL] [--key KEY] [--held FILE] [--data DIR]',
  about: 'Derives the whole log again from its entries and tells what does not agree.',
  details: `  DIR|URL       an exported log; without it, the log of the data folder's own database
  --key KEY     the verifier key or a file with it (of the data folder, when not given)
  --held FILE   a checkpoint that was kept earlier: the log must still contain it
  --data DIR    the data folder (tipline-data, or TIPLINE_DATA)
Ends with 0 when everything agrees and with 4 when something does not. The database is also held against the last
checkpoint that the data folder remembers to have signed, and its columns against the entries.`,
  run: async (words) => {
    const { values, positionals } = readWords(
      words,
      { data: { type: 'string' }, key: { type: 'string' }, held: { type: 'string' } },
      { min: 0, max: 1 },
    )
    const data = values.data ?? defaultDataDir()
    const [place] = positionals
    if (place === undefined && (values.key ?? values.held) !== undefined)
      throw new Refused('usage', '--key and --held are for an exported log; name its folder.')
    let progress: Progress | undefined
    const onProgress: OnProgress = (done, size) => (progress ??= openProgress('Verifying', size)).show(done)
    const report =
      place === undefined
        ? await verifyDatabase(data, onProgress)
        : await verifyLog({
            read: logReader(place),
            key: await keyText(data, values.key),
            held: values.held === undefined ? [] : [await readFile(values.held, 'utf8')],
            onProgress,
          })
    progress?.end()
    process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : verdict(report))
    return report.problemCount === 0 ? exitCodes.done : exitCodes.found
  },
}
