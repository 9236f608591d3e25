import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Policy, readPolicyYaml } from '@opentipline/domain'

/** A policy that comes with the program, and its text. */
export type Shipped = { policy: Policy; text: string }

const policiesDir = join(import.meta.dirname, '../../../../../data/policies')

/** Reads `data/policies`. @throws Error naming file and line when one cannot be used */
export const readShipped = async (): Promise<Shipped[]> => {
  const names = (await readdir(policiesDir)).filter((name) => name.endsWith('.yaml')).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(policiesDir, name), 'utf8')
      const read = readPolicyYaml(text)
      if (!read.ok) {
        const first = read.problems[0]
        throw new Error(`data/policies/${name} line ${first?.line ?? '?'}: ${first?.path} ${first?.message}`)
      }
      return { policy: read.policy, text }
    }),
  )
}
