#!/usr/bin/env node
/**
 * Completes package-lock.json after `npm install` ran against a registry that does not hold every
 * platform's optional packages: npm then leaves those packages out, and its own `npm ci` refuses the
 * lock as out of step. This adds what is missing as optional entries that name their platform, so that
 * `npm ci` works everywhere. Run `npm run lock` after adding or updating a dependency.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'openharmony',
  'win32',
  'netbsd',
  'openbsd',
  'aix',
  'sunos',
]
const processors = [
  'arm64',
  'arm',
  'x64',
  'ia32',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
]

/**
 * The optional dependencies that a lock names but does not hold.
 * @param {{ packages: Record<string, any> }} lock the parsed package-lock.json
 * @returns {{ name: string, version: string, dev: boolean }[]}
 */
export function missingOptional(lock) {
  const held = new Set(
    Object.keys(lock.packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)),
  )
  const missing = new Map()
  for (const entry of Object.values(lock.packages))
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {}))
      if (!held.has(name)) missing.set(name, { name, version, dev: entry.dev === true })
  return [...missing.values()]
}

/**
 * The platform that a package's name tells, as the lock's `os`, `cpu` and `libc` fields. A name that tells
 * no platform (a fall-back such as `x-unknown-all`) is bound to a system that does not exist, so that it is
 * never fetched: the platform packages are what this project is tested with.
 * @param {string} name
 */
export function platformOf(name) {
  const words = name.split(/[/-]/)
  const os = systems.find(
    (system) => words.includes(system) || (system === 'win32' && words.includes('windows')),
  )
  const cpu = words.map((word) => (word === 'eabi' ? 'arm' : word)).find((word) => processors.includes(word))
  const libc = words.some((word) => word.startsWith('musl')) ? { libc: ['musl'] } : {}
  return { os: [os ?? 'none'], ...(cpu ? { cpu: [cpu] } : {}), ...(os === 'linux' ? libc : {}) }
}

/**
 * The same lock with every optional dependency present, and the names of those added.
 * @param {{ packages: Record<string, any> }} lock
 */
export function completeLock(lock) {
  const added = missingOptional(lock)
  const packages = { ...lock.packages }
  for (const { name, version, dev } of added)
    packages[`node_modules/${name}`] = {
      version,
      ...(dev ? { dev } : {}),
      optional: true,
      ...platformOf(name),
    }
  const order = Object.keys(packages).toSorted((a, b) => a.localeCompare(b, 'en'))
  return {
    lock: { ...lock, packages: Object.fromEntries(order.map((path) => [path, packages[path]])) },
    added,
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL('../package-lock.json', import.meta.url)
  const { lock, added } = completeLock(JSON.parse(readFileSync(file, 'utf8')))
  if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(
    added.length === 0
      ? 'package-lock.json is complete.'
      : `Added ${added.length} optional packages to package-lock.json.`,
  )
}
