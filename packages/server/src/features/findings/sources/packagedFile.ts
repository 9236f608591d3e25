import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/** The folder of an installed package that carries data. Throws when it is not installed. */
function packageFolder(name: string): string {
  for (const folder of require.resolve.paths(name) ?? []) {
    const manifest = join(folder, name, 'package.json')
    try {
      return dirname(require.resolve(manifest))
    } catch {
      // Not in this folder; the next one up may hold it.
    }
  }
  throw new Error(`The data package ${name} is not installed.`)
}

/** The path of a file inside an installed data package. */
export const packagedPath = (name: string, file: string): string => join(packageFolder(name), file)

/** The version of an installed data package, for the source of a finding. */
export async function packageVersion(name: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(packagedPath(name, 'package.json'), 'utf8'))
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : ''
  return typeof version === 'string' ? version : 'unknown'
}
