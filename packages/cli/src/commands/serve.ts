import { openLog, startServer } from '@opentipline/server'
import { databaseWish } from '../database-wish.ts'
import { exitCodes, Refused } from '../exit.ts'
import { defaultDataDir, readNumber, readWords } from '../options.ts'
import { pictureHashes } from '../picture-hashes.ts'
import { untilStopped } from '../until-stopped.ts'
import { ownLimits } from '../own-limits.ts'
import type { Command } from './index.ts'

export const defaultPort = 4010

export const serve: Command = {
  name: 'serve',
  usage: 'serve [--port N] [--host H] [--data DIR] [--demo]',
  about: 'Runs the server and its worker until stopped (Ctrl-C).',
  details: `  --port N      port to listen on (${defaultPort}; 0 takes any free one)
  --host H      address to listen on (127.0.0.1)
  --data DIR    the folder that holds everything (tipline-data, or TIPLINE_DATA)
  --tls-cert F  certificate of the listener (PEM, with its chain); looked at again every few seconds and at SIGHUP
  --tls-key F   its key (PEM), readable by its owner alone
  --proxy A     address or network of a proxy whose forwarded headers are believed; may be given several times
  --demo        lets anybody at this machine sign in as a demonstration person
  DATABASE_URL  your own PostgreSQL; without it an embedded one in the data folder`,
  run: async (words) => {
    const { values } = readWords(
      words,
      {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        'tls-cert': { type: 'string' },
        'tls-key': { type: 'string' },
        proxy: { type: 'string', multiple: true },
        demo: { type: 'boolean' },
      },
      { min: 0, max: 0 },
    )
    const dataDir = values.data ?? defaultDataDir()
    const { 'tls-cert': certFile, 'tls-key': keyFile } = values
    if ((certFile === undefined) !== (keyFile === undefined))
      throw new Refused('usage', 'Give both --tls-cert and --tls-key, or neither.')
    const server = await startServer({
      tls: certFile !== undefined && keyFile !== undefined ? { certFile, keyFile } : undefined,
      proxies: values.proxy,
      dataDir,
      port: readNumber(values.port, '--port', defaultPort, 0, 65_535),
      host: values.host ?? '127.0.0.1',
      ...databaseWish(),
      demo: values.demo === true,
      locationDatabase: process.env.TIPLINE_LOCATION_DATABASE,
      rangeTable: process.env.TIPLINE_RANGE_TABLE,
      pictureHashes: pictureHashes(),
      ledgerOrigin: process.env.TIPLINE_LEDGER_ORIGIN,
      publicUrl: process.env.TIPLINE_PUBLIC_URL,
      useNotice: process.env.TIPLINE_USE_NOTICE,
      ...ownLimits(),
      log: openLog('info'),
    })
    const about = { address: server.address, data: dataDir, database: server.database }
    process.stdout.write(
      values.json
        ? `${JSON.stringify(about)}\n`
        : `OpenTipline listens on ${about.address}\nData: ${about.data} (${about.database})\nReporting API: ${about.address}/ispws\n`,
    )
    await untilStopped()
    await server.stop()
    return exitCodes.done
  },
}
