import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { assemblePack, type LawPack } from '@opentipline/domain'

const lawDir = join(import.meta.dirname, '../../../../../data/law')

/** Reads `data/law`. @throws Error naming file and line of an entry that may not load, such as an uncited one */
export const readShippedLaw = async (): Promise<LawPack> => {
  const names = (await readdir(lawDir)).filter((name) => name.endsWith('.yaml')).toSorted()
  return assemblePack(
    await Promise.all(
      names.map(async (name) => ({ name, text: await readFile(join(lawDir, name), 'utf8') })),
    ),
  )
}
