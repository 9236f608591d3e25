import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assemblePack, type LawPack } from '@opentipline/domain'

const folder = join(import.meta.dirname, '../../data/law')

/** The files of `data/law` as they are shipped. */
export const lawFiles = (): { name: string; text: string }[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

export const shippedPack = (): LawPack => assemblePack(lawFiles())
