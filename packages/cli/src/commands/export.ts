import { writeFile } from 'node:fs/promises'
import { deskAs, inWords } from '../desk-session.ts'
import { exitCodes, Refused } from '../exit.ts'
import { defaultDataDir, readWords } from '../options.ts'
import { serverAddress } from '../server-address.ts'
import type { Command } from './index.ts'

/** Never over a file that is there: an export may be evidence. */
const writeNew = (path: string, text: string): Promise<void> =>
  writeFile(path, text, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    throw new Refused(
      'failed',
      error.code === 'EEXIST'
        ? `${path} is there already and was not touched.`
        : `${path} cannot be written: ${error.message}`,
    )
  })

/** `export` is a word of the language, hence the name. */
export const exportReport: Command = {
  name: 'export',
  usage: 'export REPORT --format le-json --as PERSON [--out FILE] [--data DIR] [--url URL]',
  about: 'Writes one report in the law-enforcement JSON shape.',
  details: `  REPORT       the report's number
  --format F   le-json
  --as PERSON  the demonstration person who exports, such as demo-officer-wi; the export is logged as theirs
  --out FILE   where to write it (standard output); a file that is there is not overwritten
  --data DIR   the data folder of the running server (tipline-data, or TIPLINE_DATA)
  --url URL    where the server listens, if not the address in its data folder
Outside a demonstration, export at the desk: a person signs in there.`,
  run: async (words) => {
    const { values, positionals } = readWords(
      words,
      {
        format: { type: 'string' },
        as: { type: 'string' },
        out: { type: 'string' },
        data: { type: 'string' },
        url: { type: 'string' },
      },
      { min: 1, max: 1 },
    )
    if (values.format !== 'le-json')
      throw new Refused('usage', 'Say --format le-json: it is the one format there is.')
    const address = await serverAddress(values.url, values.data ?? defaultDataDir())
    const reportId = positionals[0] ?? ''
    try {
      const desk = await deskAs(address, values.as, `The tip's page at ${address} does the same.`)
      const text = `${JSON.stringify(await desk.call('exportReport', { params: { reportId } }), null, 2)}\n`
      if (values.out === undefined) process.stdout.write(text)
      else {
        await writeNew(values.out, text)
        const bytes = Buffer.byteLength(text)
        process.stdout.write(
          values.json
            ? `${JSON.stringify({ reportId, file: values.out, bytes })}\n`
            : `Report ${reportId}: ${bytes} bytes to ${values.out}\n`,
        )
      }
    } catch (error) {
      throw inWords(error, address)
    }
    return exitCodes.done
  },
}
