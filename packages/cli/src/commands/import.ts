import { basename } from 'node:path'
import type { ImportResult } from '@opentipline/contract'
import { deskAs, inWords } from '../desk-session.ts'
import { exitCodes } from '../exit.ts'
import { defaultDataDir, readWords } from '../options.ts'
import { readInput } from '../read-input.ts'
import { serverAddress } from '../server-address.ts'
import type { Command } from './index.ts'

const filesMax = 10_000

type Imported = ImportResult & { file: string }

const line = ({ file, reportId, created, unknownFieldCount, notes }: Imported): string => {
  const what = created ? `report ${reportId}` : `report ${reportId}, which had been imported before`
  const unknown = unknownFieldCount > 0 ? `; ${unknownFieldCount} unknown fields kept` : ''
  return `${file}: ${what}${unknown}\n${notes.map((note) => `  ${note}\n`).join('')}`
}

/** `import` is a word of the language, hence the name. */
export const importFiles: Command = {
  name: 'import',
  usage: 'import FILE... --as PERSON [--data DIR] [--url URL]',
  about: 'Imports law-enforcement JSON documents into a person’s agency.',
  details: `  --as PERSON  the demonstration person who imports, such as demo-officer-wi
  --data DIR   the data folder of the running server (tipline-data, or TIPLINE_DATA)
  --url URL    where the server listens, if not the address in its data folder
The documents are kept byte for byte. The same bytes twice are one report; a later document with the same number amends it.
Outside a demonstration, import at the desk: a person signs in there. Stops at the first document that is refused.`,
  run: async (words) => {
    const { values, positionals } = readWords(
      words,
      { as: { type: 'string' }, data: { type: 'string' }, url: { type: 'string' } },
      { min: 1, max: filesMax },
    )
    const address = await serverAddress(values.url, values.data ?? defaultDataDir())
    const done: Imported[] = []
    try {
      const desk = await deskAs(address, values.as, `The upload at ${address}/import does the same.`)
      for (const file of positionals) {
        const result = await desk.call('importReport', {
          query: { name: basename(file) },
          body: await readInput(file),
        })
        done.push({ file, ...result })
        if (!values.json) process.stdout.write(line({ file, ...result }))
      }
    } catch (error) {
      throw inWords(error, address)
    } finally {
      if (values.json) process.stdout.write(`${JSON.stringify({ imported: done })}\n`)
    }
    return exitCodes.done
  },
}
