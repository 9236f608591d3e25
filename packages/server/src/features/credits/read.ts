import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Credit } from '@opentipline/contract'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { parse } from 'yaml'

const file = join(import.meta.dirname, '../../../../../data/credits.yaml')
const schema = Compile(Type.Object({ credits: Type.Array(Credit) }))

/** The credits that data licences ask for, as the product shows them. */
export const readCredits = async (): Promise<Credit[]> => {
  const value: unknown = parse(await readFile(file, 'utf8'))
  if (!schema.Check(value)) throw new Error('data/credits.yaml is not a list of credits')
  return value.credits
}
