import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseRegistry, type Policy, readPolicyYaml, type Registry } from '@opentipline/domain'
import { parse } from 'yaml'

const data = join(import.meta.dirname, '../../data')
const yamlIn = (folder: string): string[] =>
  readdirSync(join(data, folder))
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()

/** The text of each shipped policy by its file name. */
export const policyTexts: ReadonlyMap<string, string> = new Map(
  yamlIn('policies').map((name) => [name, readFileSync(join(data, 'policies', name), 'utf8')]),
)

/** A shipped policy by its id; throws where it cannot be read, with every problem. */
export function shippedPolicy(id: string): Policy {
  const read = readPolicyYaml(policyTexts.get(`${id}.yaml`) ?? '')
  if (!read.ok) throw new Error(`${id}: ${JSON.stringify(read.problems)}`)
  return read.policy
}

/** The shipped registry of agencies; throws where it cannot be read, with every problem. */
export function shippedRegistry(): Registry {
  const files = yamlIn('agencies').map((name): unknown =>
    parse(readFileSync(join(data, 'agencies', name), 'utf8')),
  )
  const parsed = parseRegistry(files)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.registry
}
