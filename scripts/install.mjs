import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Why the dependencies must be installed, or null if they are as package-lock.json says. npm writes
 * node_modules/.package-lock.json last, so its age tells of a whole installation.
 * @param {string} folder the repository
 * @returns {'missing' | 'older than package-lock.json' | null}
 */
export function installNeeded(folder) {
  const done = join(folder, 'node_modules', '.package-lock.json')
  const lock = join(folder, 'package-lock.json')
  if (!existsSync(done)) return 'missing'
  if (statSync(done).mtimeMs >= statSync(lock).mtimeMs) return null
  return sameVersions(lock, done) ? null : 'older than package-lock.json'
}

/** A checkout gives the lock a new time without a new content; what npm installed is compared then. */
function sameVersions(lock, done) {
  const wanted = versions(lock)
  const installed = versions(done)
  return [...wanted].every(
    ([path, entry]) => entry.optional || installed.get(path)?.version === entry.version,
  )
}

function versions(file) {
  const entries = Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages)
  return new Map(entries.filter(([path, entry]) => path.startsWith('node_modules/') && !entry.link))
}

/**
 * Installs the dependencies exactly as locked, if need be. No install script is run: nothing here needs one.
 * @returns {string | null} one sentence on what went wrong, or null
 */
export function ensureInstalled(folder, say = console.log) {
  const reason = installNeeded(folder)
  if (reason === null) return null
  say(`Installing the dependencies (node_modules is ${reason}); this takes about a minute the first time ...`)
  const started = Date.now()
  const run = npm(folder, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  if (run.error)
    return `npm could not be run (${run.error.message}): install npm 10 or later and run this again.`
  if (run.status !== 0) {
    rmSync(join(folder, 'node_modules', '.package-lock.json'), { force: true })
    return `npm could not install the dependencies: ${firstFault(run.stderr)} Check the connection to the npm registry and run this again.`
  }
  say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`)
  return null
}

/** The npm that runs us, where it does; else the one on the path. */
function npm(folder, args) {
  const options = { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] }
  const npmScript = process.env.npm_execpath
  if (npmScript?.endsWith('npm-cli.js')) return spawnSync(process.execPath, [npmScript, ...args], options)
  return spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
    ...options,
    shell: process.platform === 'win32',
  })
}

/** npm's own first sentence that is not only a code. */
function firstFault(stderr) {
  const lines = stderr.split('\n').map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
  const code = lines.find((line) => line.startsWith('code '))
  const told = lines.find((line) => line.length > 0 && !line.startsWith('code '))
  return told ? `${told}${code ? ` (${code.slice(5)})` : ''}.` : 'it told no reason.'
}
